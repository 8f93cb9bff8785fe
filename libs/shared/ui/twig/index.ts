export { Twig } from './twig';
