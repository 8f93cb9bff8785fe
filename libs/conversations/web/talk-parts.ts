export { CommentActs } from './comment-acts';
export { CommentForm } from './comment-form';
