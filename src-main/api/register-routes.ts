/** Answers of the small registers (名册). */
import { collectEntries } from '../registers/collect.ts'
import { dutyStates } from '../registers/duties.ts'
import { mergeEntries, previewMerge } from '../registers/merge.ts'
import * as registers from '../registers/registers.ts'
import { suggestEntries } from '../registers/suggest.ts'
import { findUses } from '../registers/uses.ts'
import { os } from './implementer.ts'

export const registerRoutes = {
  cadres: {
    list: os.cadres.list.handler(({ context, input }) => registers.listEntries(context.db, 'cadre', input)),
    get: os.cadres.get.handler(({ context, input }) => registers.getEntry(context.db, 'cadre', input.id)),
    add: os.cadres.add.handler(({ context, input }) => registers.addEntries(context.db, context, 'cadre', input)),
    update: os.cadres.update.handler(({ context, input }) =>
      registers.updateEntry(context.db, context, 'cadre', input),
    ),
    remove: os.cadres.remove.handler(({ context, input }) =>
      registers.removeEntry(context.db, context, 'cadre', input.id),
    ),
    restore: os.cadres.restore.handler(({ context, input }) =>
      registers.restoreEntry(context.db, context, 'cadre', input.id),
    ),
  },
  lecturers: {
    list: os.lecturers.list.handler(({ context, input }) => registers.listEntries(context.db, 'lecturer', input)),
    get: os.lecturers.get.handler(({ context, input }) => registers.getEntry(context.db, 'lecturer', input.id)),
    add: os.lecturers.add.handler(({ context, input }) => registers.addEntries(context.db, context, 'lecturer', input)),
    update: os.lecturers.update.handler(({ context, input }) =>
      registers.updateEntry(context.db, context, 'lecturer', input),
    ),
    remove: os.lecturers.remove.handler(({ context, input }) =>
      registers.removeEntry(context.db, context, 'lecturer', input.id),
    ),
    restore: os.lecturers.restore.handler(({ context, input }) =>
      registers.restoreEntry(context.db, context, 'lecturer', input.id),
    ),
  },
  lectureTeams: {
    list: os.lectureTeams.list.handler(({ context, input }) => registers.listEntries(context.db, 'lectureTeam', input)),
    get: os.lectureTeams.get.handler(({ context, input }) => registers.getEntry(context.db, 'lectureTeam', input.id)),
    add: os.lectureTeams.add.handler(({ context, input }) =>
      registers.addEntries(context.db, context, 'lectureTeam', input),
    ),
    update: os.lectureTeams.update.handler(({ context, input }) =>
      registers.updateEntry(context.db, context, 'lectureTeam', input),
    ),
    remove: os.lectureTeams.remove.handler(({ context, input }) =>
      registers.removeEntry(context.db, context, 'lectureTeam', input.id),
    ),
    restore: os.lectureTeams.restore.handler(({ context, input }) =>
      registers.restoreEntry(context.db, context, 'lectureTeam', input.id),
    ),
  },
  studyGroups: {
    list: os.studyGroups.list.handler(({ context, input }) => registers.listEntries(context.db, 'studyGroup', input)),
    get: os.studyGroups.get.handler(({ context, input }) => registers.getEntry(context.db, 'studyGroup', input.id)),
    add: os.studyGroups.add.handler(({ context, input }) =>
      registers.addEntries(context.db, context, 'studyGroup', input),
    ),
    update: os.studyGroups.update.handler(({ context, input }) =>
      registers.updateEntry(context.db, context, 'studyGroup', input),
    ),
    remove: os.studyGroups.remove.handler(({ context, input }) =>
      registers.removeEntry(context.db, context, 'studyGroup', input.id),
    ),
    restore: os.studyGroups.restore.handler(({ context, input }) =>
      registers.restoreEntry(context.db, context, 'studyGroup', input.id),
    ),
  },
  venues: {
    list: os.venues.list.handler(({ context, input }) => registers.listEntries(context.db, 'venue', input)),
    get: os.venues.get.handler(({ context, input }) => registers.getEntry(context.db, 'venue', input.id)),
    add: os.venues.add.handler(({ context, input }) => registers.addEntries(context.db, context, 'venue', input)),
    update: os.venues.update.handler(({ context, input }) =>
      registers.updateEntry(context.db, context, 'venue', input),
    ),
    remove: os.venues.remove.handler(({ context, input }) =>
      registers.removeEntry(context.db, context, 'venue', input.id),
    ),
    restore: os.venues.restore.handler(({ context, input }) =>
      registers.restoreEntry(context.db, context, 'venue', input.id),
    ),
  },
  materials: {
    list: os.materials.list.handler(({ context, input }) => registers.listEntries(context.db, 'material', input)),
    get: os.materials.get.handler(({ context, input }) => registers.getEntry(context.db, 'material', input.id)),
    add: os.materials.add.handler(({ context, input }) => registers.addEntries(context.db, context, 'material', input)),
    update: os.materials.update.handler(({ context, input }) =>
      registers.updateEntry(context.db, context, 'material', input),
    ),
    remove: os.materials.remove.handler(({ context, input }) =>
      registers.removeEntry(context.db, context, 'material', input.id),
    ),
    restore: os.materials.restore.handler(({ context, input }) =>
      registers.restoreEntry(context.db, context, 'material', input.id),
    ),
  },
  registers: {
    uses: os.registers.uses.handler(({ context, input }) => findUses(context.db, input)),
    previewMerge: os.registers.previewMerge.handler(({ context, input }) => previewMerge(context.db, input)),
    merge: os.registers.merge.handler(({ context, input }) => mergeEntries(context.db, context, input)),
    collect: os.registers.collect.handler(({ context, input }) => collectEntries(context.db, input.kind)),
    suggest: os.registers.suggest.handler(({ context, input }) => suggestEntries(context.db, input)),
    duties: os.registers.duties.handler(({ context, input }) => dutyStates(context.db, input, context.today())),
  },
}
