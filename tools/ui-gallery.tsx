// Draws every part of ui/ on two pages with sample contents, for looking: `ui-gallery.tsx FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { assets } from '#ui/assets.ts'
import { PublicGallery } from './ui-gallery/public-gallery.tsx'
import { WorkshopGallery } from './ui-gallery/workshop-gallery.tsx'

const folder = process.argv[2] ?? 'data/gallery'
mkdirSync(join(folder, 'assets'), { recursive: true })

for (const [name, { type, body }] of Object.entries(assets)) {
  const text = type.startsWith('text/') ? Buffer.from(body).toString().replaceAll('/assets/', '') : body
  writeFileSync(join(folder, 'assets', basename(name)), text)
}
writePage('workshop.html', await (<WorkshopGallery />).toString())
writePage('public.html', await (<PublicGallery />).toString())

// Opened from the disk, the pages find their assets beside them.
function writePage(name: string, html: string) {
  writeFileSync(join(folder, name), html.replaceAll('"/assets/', '"assets/'))
  console.log(join(folder, name))
}
