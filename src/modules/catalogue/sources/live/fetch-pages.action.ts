import { type FetchRefusal, fetchFile } from '#platform/files/fetch-file.ts'
import { accept, type Decision, refuse } from '#values/decision.ts'
import { type LivePage, NotThatCatalogue } from './live-reading.ts'
import type { LiveSource } from './live-source.ts'
import { readLive } from './read-live.ts'

export type LiveRefusal =
  | { readonly kind: 'fetch'; readonly reason: FetchRefusal }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'other'; readonly sentence: string }
  | { readonly kind: 'stopped' }

type How = { readonly allowsPrivate: boolean; readonly isStopped: () => Promise<boolean> }

// The exports known weigh a few megabytes; the Italian catalogue had some 500 software in pages of a hundred.
const largest = 60 * 1024 * 1024
const patience = 90_000
const mostPages = 200

/** Reads a catalogue from its address, page after page. */
export async function fetchPages(source: LiveSource, address: string, { allowsPrivate, isStopped }: How) {
  const pages: LivePage[] = []
  for (let next: string | null = address; next !== null && pages.length < mostPages; ) {
    if (await isStopped()) return failed({ kind: 'stopped' })
    const page = await fetchPage(source, next, allowsPrivate)
    if (!page.ok) return page
    pages.push(page.value)
    next = page.value.next
  }
  return { ok: true as const, value: pages }
}

async function fetchPage(source: LiveSource, address: string, allowsPrivate: boolean) {
  const file = await fetchFile(address, { largest, patience, allowsPrivate })
  if (!file.ok) return failed({ kind: 'fetch', reason: file.reason })
  const content = parsed(file.value.bytes)
  if (!content.ok) return failed({ kind: 'not-json' })
  try {
    return { ok: true as const, value: readLive[source](content.value, address) }
  } catch (error) {
    if (error instanceof NotThatCatalogue) return failed({ kind: 'other', sentence: error.message })
    throw error
  }
}

const failed = (refusal: LiveRefusal) => ({ ok: false as const, refusal })

function parsed(bytes: Uint8Array): Decision<unknown, 'not-json'> {
  try {
    return accept(JSON.parse(new TextDecoder().decode(bytes)) as unknown)
  } catch {
    return refuse('not-json')
  }
}
