import { browserProgram } from '../browser/browser.mjs';
import { Problem } from '../problem.mjs';
import { say } from './console.mjs';

/** What the server needs to know to make folders as PDF; without a browser it does without, and says so. */
export async function findBrowser() {
  try {
    return { CHROMIUM_PATH: await browserProgram() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`Folders are not made as PDF. ${error.message}`);
    return {};
  }
}
