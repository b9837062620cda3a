// Draws docs/permissions.md from the modules' sentences: who may do what, on which routes.
import { writeFileSync } from 'node:fs'
import { permissionDocument } from '../src/main/permission-document.ts'

writeFileSync('docs/permissions.md', permissionDocument())
