/** Undoes « +2B » in a value of SMTP (xtext, RFC 3461 §4). */
export const decodeXtext = (text: string) =>
  text.trim().replace(/\+([0-9A-F]{2})/g, (_, code) => character(code))

/** Undoes « \x{E9} » in an address (RFC 6533 §3). */
export const decodeAddress = (text: string) =>
  text.replace(/\\x\{([0-9a-f]{1,6})\}/gi, (_, code) => character(code))

function character(code: string) {
  const point = Number.parseInt(code, 16)
  return point > 0x1f && point <= 0x10ffff ? String.fromCodePoint(point) : ''
}
