declare module 'autocannon' {
  type Request = { readonly path: string; readonly headers?: Readonly<Record<string, string>> }
  type Options = {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly headers: Readonly<Record<string, string>>
    readonly requests: readonly Request[]
    readonly setupClient: (client: { readonly setRequests: (requests: readonly Request[]) => void }) => void
  }

  export default function autocannon(options: Options): Promise<unknown>
}
