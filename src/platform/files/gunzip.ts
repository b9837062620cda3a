import { gunzipSync } from 'node:zlib'
import { accept, refuse } from '#values/decision.ts'

const reasons: Record<string, 'too-large' | 'truncated'> = {
  ERR_BUFFER_TOO_LARGE: 'too-large',
  Z_BUF_ERROR: 'truncated',
}

/** Decompresses a gzip file, unless it would pass the limit, was cut short or is damaged. */
export function gunzip(bytes: Uint8Array, limit: number) {
  try {
    return accept<Uint8Array>(gunzipSync(bytes, { maxOutputLength: limit }))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (/^(Z_|ERR_)/.test(code)) return refuse(reasons[code] ?? 'damaged')
    throw cause
  }
}
