import { AraxesError, formatDiagnostic } from '../core/diagnostic.ts'
import { checkReferences } from './checks/references.ts'
import { collect } from './checks/report.ts'
import { compileGazetteer } from './compile.ts'
import { writeCompiled } from './compiled-file.ts'
import { COMPILED_PATH, SOURCE_FOLDER } from './gazetteer.ts'
import { loadGazetteerSource } from './load.ts'

/**
 * Compiles a gazetteer folder to a file. Throws `gazetteer/invalid` listing every problem of shape or reference, which would
 * compile to something else than was written; what is a matter of judgement, such as a name claimed twice, `check` finds.
 */
export async function buildGazetteer(folder: string, path: string): Promise<void> {
  const { source, problems } = await loadGazetteerSource(folder)
  const references = collect()
  checkReferences(source, references.report)
  const all = [...problems, ...references.problems]
  if (all.length > 0) {
    throw new AraxesError(
      'gazetteer/invalid',
      `${folder} has ${all.length} problems:\n${all.map(formatDiagnostic).join('\n')}`,
    )
  }
  await writeCompiled(path, compileGazetteer(source))
}

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  try {
    await buildGazetteer(SOURCE_FOLDER, COMPILED_PATH)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
