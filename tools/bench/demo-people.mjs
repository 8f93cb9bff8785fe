/** Signs in somebody of the demo. @returns the cookie to send */
export async function cookieOf(origin, displayName) {
  const { items } = await (await fetch(`${origin}/api/v1/demo/people`)).json();
  const { id } = items.find((person) => person.displayName === displayName);
  const answer = await fetch(`${origin}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: id }),
  });
  return answer.headers.get('set-cookie').split(';')[0];
}
