/** How a long import says where it is, and learns that it is asked to stop. */
export type Follow = {
  readonly progress: (done: number, total: number) => Promise<void>
  readonly isStopped: () => Promise<boolean>
}

export const unattended: Follow = { progress: async () => {}, isStopped: async () => false }
