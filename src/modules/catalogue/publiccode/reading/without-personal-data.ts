/**
 * The text of a file without the e-mail addresses and telephones of the people it names: they are public there, and not
 * ours to publish again (GDPR, art. 5.1.c). Lines keep their place, so that a fault still says where it is.
 */
export const withoutPersonalData = (text: string) =>
  text
    .replace(/^(\s*(?:-\s+)?["']?(?:phone|email|e-mail)["']?\s*:\s*)\S.*$/gim, '$1""')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '')
