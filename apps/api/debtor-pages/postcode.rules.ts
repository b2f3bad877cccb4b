/** The same postcode, however it is typed: spaces, dashes and case do not count. */
export function isSamePostcode(known: string, typed: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return plain(known) !== '' && plain(known) === plain(typed.slice(0, 20));
}
