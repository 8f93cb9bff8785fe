import { Problem } from '../problem.mjs';
import { browserProgram } from './browser.mjs';

// For the image: unpacks the browser where one is packaged, and leaves the image without where none is.
try {
  console.info(await browserProgram());
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.info(error.message);
}
