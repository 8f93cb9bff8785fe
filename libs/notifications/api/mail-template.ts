/** What a mail says, in plain text; nothing in it is read as markup. */
export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What happened on several points, each with a page. */
  readonly groups?: readonly MailGroup[];
  /** Said below the groups. */
  readonly after?: readonly string[];
  /** Words of somebody else or of a form, each with what they are. */
  readonly quotes: readonly { readonly label: string; readonly text: string }[];
  readonly button: Link;
  /** Why this person gets it. */
  readonly why: string;
  readonly stops: readonly Link[];
  readonly sender: string;
}

export interface MailGroup {
  readonly title: string;
  readonly under: string;
  readonly lines: readonly string[];
  readonly url: string;
}

interface Link {
  readonly label: string;
  readonly url: string;
}

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const style = {
  body: 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif',
  column: 'max-width:560px;margin:0 auto',
  group: 'margin:24px 0 0;font-size:18px;line-height:1.3',
  quote: 'margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #8a9a97;white-space:pre-line',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5c66;color:#ffffff;font-weight:600;text-decoration:none',
  foot: 'margin-top:32px;padding-top:16px;border-top:1px solid #8a9a97;font-size:14px',
} as const;

/**
 * Writes one mail as plain text and as HTML: one column, 16 pixels, the letters of the device, in light and in dark,
 * with nothing loaded from anywhere.
 */
export function writeMail(content: MailContent): WrittenMail {
  return { subject: content.subject, text: textOf(content), html: htmlOf(content) };
}

function textOf({
  greeting,
  paragraphs,
  groups = [],
  after = [],
  quotes,
  button,
  why,
  stops,
  sender,
}: MailContent): string {
  return [
    greeting,
    ...paragraphs,
    ...groups.map(({ title, under, lines, url }) =>
      [`${title} (${under})`, ...lines.map((line) => `- ${line}`), url].join('\n'),
    ),
    ...after,
    ...quotes.map(({ label, text }) => `${label}\n${text}`),
    `${button.label}:\n${button.url}`,
    `Met vriendelijke groet,\n${sender}`,
    '--',
    why,
    ...stops.map(({ label, url }) => `${label}:\n${url}`),
  ].join('\n\n');
}

function htmlOf(content: MailContent): string {
  const { subject, greeting, paragraphs, groups = [], after = [], quotes, button, why, stops, sender } = content;
  const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;
  const quote = ({ label, text }: MailContent['quotes'][number]): string =>
    `<p style="margin:0"><strong>${escaped(label)}</strong></p><p style="${style.quote}">${escaped(text)}</p>`;
  const group = ({ title, under, lines, url }: MailGroup): string =>
    `<h2 style="${style.group}"><a href="${escaped(url)}">${escaped(title)}</a></h2>
<p style="margin:0">${escaped(under)}</p>
<ul style="margin:4px 0 0;padding:0 0 0 20px">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
  const link = ({ label, url }: Link): string => `<a href="${escaped(url)}">${escaped(label)}</a>`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="${escaped(style.body)}">
<div style="${style.column}">
${[...[greeting, ...paragraphs].map(paragraph), ...groups.map(group), ...after.map(paragraph)].join('\n')}
${quotes.map(quote).join('\n')}
<p style="margin:24px 0"><a href="${escaped(button.url)}" style="${style.button}">${escaped(button.label)}</a></p>
<p>Met vriendelijke groet,<br>${escaped(sender)}</p>
<div style="${style.foot}">
${paragraph(why)}
<p>${stops.map(link).join('<br>')}</p>
</div>
</div>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
