export { amountName, centsIn, euroName, euroText, wholeIn } from './money';
