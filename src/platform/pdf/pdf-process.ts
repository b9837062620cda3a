// The program of a child of the pool: one task at a time, until the parent leaves or no longer needs it.
type Asked = { readonly module: string; readonly name: string; readonly argument: unknown }

process.on('message', async ({ module, name, argument }: Asked) => {
  try {
    const tasks = await import(module)
    process.send?.({ result: await tasks[name](argument) })
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
