/** Answers of the four registers of records (学习、宣讲、蹲点、宣传文化). */
import * as records from '../records/records.ts'
import { os } from './implementer.ts'

export const recordRoutes = {
  studies: {
    list: os.studies.list.handler(({ context, input }) => records.listRecords(context.db, 'study', input)),
    get: os.studies.get.handler(({ context, input }) => records.getRecord(context.db, 'study', input.id)),
    add: os.studies.add.handler(({ context, input }) => records.addRecords(context.db, context, 'study', input)),
    update: os.studies.update.handler(({ context, input }) =>
      records.updateRecord(context.db, context, 'study', input),
    ),
    remove: os.studies.remove.handler(({ context, input }) =>
      records.removeRecord(context.db, context, 'study', input.id),
    ),
    restore: os.studies.restore.handler(({ context, input }) =>
      records.restoreRecord(context.db, context, 'study', input.id),
    ),
  },
  lectures: {
    list: os.lectures.list.handler(({ context, input }) => records.listRecords(context.db, 'lecture', input)),
    get: os.lectures.get.handler(({ context, input }) => records.getRecord(context.db, 'lecture', input.id)),
    add: os.lectures.add.handler(({ context, input }) => records.addRecords(context.db, context, 'lecture', input)),
    update: os.lectures.update.handler(({ context, input }) =>
      records.updateRecord(context.db, context, 'lecture', input),
    ),
    remove: os.lectures.remove.handler(({ context, input }) =>
      records.removeRecord(context.db, context, 'lecture', input.id),
    ),
    restore: os.lectures.restore.handler(({ context, input }) =>
      records.restoreRecord(context.db, context, 'lecture', input.id),
    ),
  },
  stays: {
    list: os.stays.list.handler(({ context, input }) => records.listRecords(context.db, 'stay', input)),
    get: os.stays.get.handler(({ context, input }) => records.getRecord(context.db, 'stay', input.id)),
    add: os.stays.add.handler(({ context, input }) => records.addRecords(context.db, context, 'stay', input)),
    update: os.stays.update.handler(({ context, input }) => records.updateRecord(context.db, context, 'stay', input)),
    remove: os.stays.remove.handler(({ context, input }) =>
      records.removeRecord(context.db, context, 'stay', input.id),
    ),
    restore: os.stays.restore.handler(({ context, input }) =>
      records.restoreRecord(context.db, context, 'stay', input.id),
    ),
  },
  activities: {
    list: os.activities.list.handler(({ context, input }) => records.listRecords(context.db, 'activity', input)),
    get: os.activities.get.handler(({ context, input }) => records.getRecord(context.db, 'activity', input.id)),
    add: os.activities.add.handler(({ context, input }) => records.addRecords(context.db, context, 'activity', input)),
    update: os.activities.update.handler(({ context, input }) =>
      records.updateRecord(context.db, context, 'activity', input),
    ),
    remove: os.activities.remove.handler(({ context, input }) =>
      records.removeRecord(context.db, context, 'activity', input.id),
    ),
    restore: os.activities.restore.handler(({ context, input }) =>
      records.restoreRecord(context.db, context, 'activity', input.id),
    ),
  },
}
