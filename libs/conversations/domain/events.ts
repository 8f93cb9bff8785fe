/** Sent in the transaction of the change; handled at least once. */
export interface ConversationEvents {
  /** Somebody said something on a point; which kind stands in the row. */
  'comment.placed': { readonly commentId: string };
  /** A question got another owner or another day. */
  'question.assigned': { readonly commentId: string };
  'question.answered': { readonly commentId: string; readonly answerId: string };
  /** The other side said yes or no to an offer of help. */
  'help.agreed': { readonly commentId: string };
  'help.declined': { readonly commentId: string };
  'comment.hidden': { readonly commentId: string };
  /** Somebody wrote in a thread, seconds ago; who may read it, and has not yet, is asked when it is told. */
  'message.sent': { readonly messageId: string };
}
