export { checkCharacter, codeAlphabet, codeBody, isPostcodeOf, makeCode, printedCode, readCode } from './codes';
export { codeMakingRoles, mayMakeCodes, mayProve, residencyLimits } from './residency';
export type {
  CodeBatchInput,
  CodeBatchState,
  CodeBatchView,
  MadeCodes,
  ProveInput,
  ResidencyView,
  WithdrawBatchInput,
} from './residency';
