/** To whom a mail goes, by which name, and how many lines it tells: those it shows and those it only counts. */
export function readDigest(raw, recipient) {
  const [, messageId = ''] = /^Message-ID: (\S+)/im.exec(raw) ?? [];
  // The same stands in HTML below it.
  const text = raw.slice(0, raw.search(/^Content-Type: text\/html/im));
  const shown = text.match(/^- /gm)?.length ?? 0;
  const [, rest = '0'] = /^En nog (\d+) bericht/m.exec(text) ?? [];
  return { recipient, messageId, lines: shown + Number(rest), shown };
}

/**
 * What is wrong with mails beside what each address should be told, in lines: at most one mail each, all lines, none to
 * anybody else. Empty when all is well. A mail that came twice counts once when it has the same name.
 */
export function wrongMails(mails, expected) {
  const wrong = [];
  const told = new Map();
  for (const { recipient, messageId, lines, shown } of mails) {
    const before = told.get(recipient);
    if (before && before.messageId !== messageId) wrong.push(`${recipient} got two digests`);
    if (shown > 10) wrong.push(`${recipient} got ${shown} lines in one mail`);
    told.set(recipient, { messageId, lines });
  }
  for (const [address, lines] of expected) {
    const found = told.get(address)?.lines ?? 0;
    if (found !== lines) wrong.push(`${address} was told ${found} lines of ${lines}`);
  }
  for (const address of told.keys()) if (!expected.has(address)) wrong.push(`${address} should have got nothing`);
  return wrong;
}
