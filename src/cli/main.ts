#!/usr/bin/env node
import { EXIT } from '../core/diagnostic.ts'
import { runProgram } from './program.ts'

// A closed pipe ("| head") is how a reader says "enough".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

await runProgram(process.argv.slice(2))
