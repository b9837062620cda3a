/** The program cannot start, or a command cannot run; the message is a French sentence for who typed it. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}
