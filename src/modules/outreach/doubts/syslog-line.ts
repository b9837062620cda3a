/** A line of a syslog file, cut in its parts: « Nov 24 15:18:13 relais postfix/qmgr[12]: … ». */
export type SyslogLine = {
  readonly at: Date
  readonly host: string
  /** « postfix/submission/smtpd », as the program calls itself. */
  readonly program: string
  readonly pid: string
  readonly said: string
}

/**
 * Reads a line of the classic format (RFC 3164: no year, local time), the same with a year, or of the ISO one (RFC 3339).
 * Undefined for what is not a whole line. A year not said is the last one in which this day is not to come.
 */
export function readSyslogLine(line: string, now: Date): SyslogLine | undefined {
  const [, time = '', host = '', rest = ''] = whole.exec(line) ?? []
  const at = readTime(time, now)
  if (!at) return undefined

  const [, program = '', pid = '', said = rest] = speaker.exec(rest) ?? []
  return { at, host, program, pid, said }
}

const iso = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)`
const classic = String.raw`(?:\d{4} )?[A-Z][a-z]{2} [ \d]?\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)?`
const whole = new RegExp(String.raw`^(?:<\d+>)?(${iso}|${classic}) (\S+) (.*)$`)
const speaker = /^([^\s:[\]]+)(?:\[(\d+)\])?: (.*)$/

function readTime(text: string, now: Date): Date | undefined {
  const at = /^\d{4}-/.test(text)
    ? new Date(
        text
          .replace(' ', 'T')
          .replace(',', '.')
          .replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
      )
    : readClassic(text, now)
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const day = 24 * 3_600_000

function readClassic(text: string, now: Date): Date | undefined {
  const [, before, name = '', date, after, hours, minutes, seconds] =
    /^(?:(\d{4}) )?([A-Z][a-z]{2}) +(\d+) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)/.exec(text) ?? []
  const month = months.indexOf(name)
  if (month < 0) return undefined

  const inYear = (year: number) =>
    new Date(year, month, Number(date), Number(hours), Number(minutes), Number(seconds))
  const said = before ?? after
  if (said) return inYear(Number(said))
  const thisYear = inYear(now.getFullYear())
  return thisYear.getTime() > now.getTime() + day ? inYear(now.getFullYear() - 1) : thisYear
}
