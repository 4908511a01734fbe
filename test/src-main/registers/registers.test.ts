/** The small registers (名册): their verbs, where their names are used, merging, collecting, offering. */
import { describe, expect, test } from 'vitest'
import type { LectureInput } from '../../../src-shared/lectures.ts'
import type { RegisterKind } from '../../../src-shared/register-words.ts'
import { openTestApp } from '../../open-test-app.ts'

const lecture = (fields: Partial<LectureInput> = {}): LectureInput => ({
  date: '2026-11-10',
  topic: '产改政策宣讲',
  modes: ['专家宣讲'],
  speakers: [{ name: '张伟', post: '副主席', kind: '领导干部' }],
  team: '劳模工匠宣讲团',
  venueType: '工会阵地',
  place: '县职工活动中心',
  ...fields,
})
const study = { date: '2026-11-03', type: '主题党日', topic: '重温誓词', organiser: '机关党支部' } as const
const stay = { cadres: [{ name: '张伟' }], unitName: '云山水泥', from: '2026-11-01', to: '2026-11-05' }

describe('the verbs', () => {
  test('an entry is added, changed, removed and restored like a record', async () => {
    const { api } = await openTestApp()
    const added = await api.venues.add([{ name: '古田园职工书屋', kind: '职工书屋' }])
    const id = added.ids[0] ?? ''
    const venue = await api.venues.get({ id })
    expect(venue).toMatchObject({ name: '古田园职工书屋', venueType: '其他', capacity: null, version: 1 })
    await api.venues.update({ id, version: 1, fields: { name: '古田园职工书屋', kind: '职工书屋', capacity: 40 } })
    await api.venues.remove({ id })
    expect((await api.venues.list({})).total).toBe(0)
    await api.venues.restore({ id })
    expect((await api.venues.list({ text: 'gty' })).rows).toMatchObject([{ id, capacity: 40, version: 4 }])
  })

  test('a name stands once in its register, and the refusal says how to tell namesakes apart', async () => {
    const { api } = await openTestApp()
    await api.cadres.add([{ name: '张伟' }, { name: '张伟（大）' }])
    await expect(api.cadres.add([{ name: '李红梅' }, { name: '张伟' }])).rejects.toThrow(
      '干部名册中已有“张伟”，不要重复添加；确是同名的另一人，请写成“张伟（大）”“张伟（小）”这样加以区别。',
    )
    expect((await api.cadres.list({})).total).toBe(2)
    await api.lecturers.add([{ name: '张伟' }])
  })

  test('a material with its 书名号 and without is one material', async () => {
    const { api } = await openTestApp()
    await api.materials.add([{ name: '《工会法》' }])
    await expect(api.materials.add([{ name: '工会法' }])).rejects.toThrow('学习材料名册中已有“工会法”')
  })

  test('an entry whose name was given to another one since is not restored', async () => {
    const { api } = await openTestApp()
    const [id = ''] = (await api.lectureTeams.add([{ name: '县委宣讲团' }])).ids
    await api.lectureTeams.remove({ id })
    await api.lectureTeams.add([{ name: '县委宣讲团' }])
    await expect(api.lectureTeams.restore({ id })).rejects.toThrow('已另有“县委宣讲团”，没有恢复')
  })

  test('a study group cannot have the same duty twice', async () => {
    const { api } = await openTestApp()
    const duty = { type: '主题党日', times: 1, per: '月' } as const
    const group = { name: '机关党支部', kind: '党支部', duties: [duty, { ...duty, times: 2 }] } as const
    await expect(api.studyGroups.add([group as never])).rejects.toThrow('有重复的要求')
  })
})

describe('where an entry is used', () => {
  test.each<[RegisterKind, string, readonly string[]]>([
    ['cadre', '张伟', ['study 重温誓词', 'stay 云山水泥']],
    ['lecturer', '张伟', ['study 重温誓词', 'lecture 产改政策宣讲']],
    ['lectureTeam', '劳模工匠宣讲团', ['lecture 产改政策宣讲', 'lecturer 赵铁柱']],
    ['studyGroup', '机关党支部', ['study 重温誓词']],
    ['venue', '县职工活动中心', ['lecture 产改政策宣讲']],
    ['material', '中国工会章程', ['study 重温誓词']],
  ])('%s %s: every record that names it, once, and none that only holds its letters', async (kind, name, expected) => {
    const { api } = await openTestApp()
    await api.lecturers.add([{ name: '赵铁柱', team: '劳模工匠宣讲团' }])
    await api.lectures.add([lecture()])
    await api.lectures.add([lecture({ speakers: [{ name: '张伟强' }], team: '', place: '县职工活动中心二楼' })])
    await api.studies.add([
      { ...study, host: '张伟', leadSpeaker: '李红梅、张伟', materials: '党章、《中国工会章程》总则' },
    ])
    await api.studies.add([{ ...study, organiser: '机关党支部青年小组', materials: '中国工会章程修正案' }])
    await api.stays.add([{ ...stay, problems: [{ text: '张伟反映', responsible: '张伟' }] }])
    const calls = {
      cadre: api.cadres,
      lecturer: api.lecturers,
      lectureTeam: api.lectureTeams,
      studyGroup: api.studyGroups,
      venue: api.venues,
      material: api.materials,
    }[kind] as unknown as { add(entries: unknown[]): Promise<{ ids: string[] }> }
    const [id = ''] = (await calls.add([{ name, ...kindOf(kind) }])).ids
    const uses = await api.registers.uses({ kind, id })
    expect(uses.kinds.flatMap((of) => of.uses.map(({ title }) => `${of.kind} ${title}`))).toEqual(expected)
    expect(uses.total).toBe(expected.length)
  })

  test('a renamed entry is renamed in the records that name it, unless the clerk says otherwise', async () => {
    const { api } = await openTestApp()
    const [lectureId = ''] = (await api.lectures.add([lecture()])).ids
    const [id = ''] = (await api.venues.add([{ name: '县职工活动中心', kind: '职工活动中心' }])).ids
    await api.venues.update({ id, version: 1, fields: { name: '县职工中心', kind: '职工活动中心' } })
    expect(await api.lectures.get({ id: lectureId })).toMatchObject({ place: '县职工中心', version: 2 })
    const fields = { name: '县职工之家', kind: '职工之家' } as const
    await api.venues.update({ id, version: 2, fields, renamesRecords: false })
    expect(await api.lectures.get({ id: lectureId })).toMatchObject({ place: '县职工中心', version: 2 })
  })

  test('a title in 书名号 is renamed inside its text and leaves the rest as it is', async () => {
    const { api } = await openTestApp()
    const [studyId = ''] = (await api.studies.add([{ ...study, materials: '党章；《工会法》第一章，《工会法释义》' }]))
      .ids
    const [id = ''] = (await api.materials.add([{ name: '工会法' }])).ids
    await api.materials.update({ id, version: 1, fields: { name: '中华人民共和国工会法' } })
    expect((await api.studies.get({ id: studyId })).materials).toBe(
      '党章；《中华人民共和国工会法》第一章，《工会法释义》',
    )
  })
})

describe('merging', () => {
  async function twoCadres() {
    const app = await openTestApp()
    const { api } = app
    const ids = (
      await api.cadres.add([
        { name: '张伟', post: '副主席' },
        { name: '张玮', phone: '6221008', note: '写错的' },
      ])
    ).ids
    const [keepId = '', dropId = ''] = ids
    await api.stays.add([
      { ...stay, cadres: [{ name: '张玮', post: '部长' }, { name: '张伟' }] },
      { ...stay, unitName: '瑞丰面粉', cadres: [{ name: '张玮' }] },
    ])
    await api.studies.add([{ ...study, host: '张玮', leadSpeaker: '张玮、李红梅' }])
    return { ...app, keepId, dropId }
  }

  test('is shown first: how many records change, and which empty fields are filled', async () => {
    const { api, keepId, dropId } = await twoCadres()
    const preview = await api.registers.previewMerge({ kind: 'cadre', keepId, dropId })
    expect(preview).toMatchObject({
      keep: { name: '张伟' },
      drop: { name: '张玮' },
      records: 3,
      kinds: [
        { kind: 'study', count: 1 },
        { kind: 'stay', count: 2 },
      ],
      filled: ['phone', 'note'],
    })
    expect((await api.cadres.list({})).total).toBe(2)
  })

  test('gives the records the kept name, nobody twice in one list, and removes the other entry', async () => {
    const { api, keepId, dropId } = await twoCadres()
    const merged = await api.registers.merge({
      kind: 'cadre',
      keep: { id: keepId, version: 1 },
      drop: { id: dropId, version: 1 },
    })
    expect(merged).toEqual({ id: keepId, records: 3 })
    expect((await api.cadres.list({})).rows).toMatchObject([
      { id: keepId, name: '张伟', post: '副主席', phone: '6221008', note: '写错的', version: 2 },
    ])
    const stays = (await api.stays.list({})).rows
    expect(stays.map(({ cadres }) => cadres.map(({ name, post }) => `${name}${post}`))).toEqual([
      ['张伟'],
      ['张伟部长'],
    ])
    expect((await api.studies.list({})).rows).toMatchObject([{ host: '张伟', leadSpeaker: '张伟、李红梅', version: 2 }])
  })

  test('is refused when either entry was changed since it was seen, and when both are one', async () => {
    const { api, keepId, dropId } = await twoCadres()
    await api.cadres.update({ id: dropId, version: 1, fields: { name: '张玮', post: '部长' } })
    const seen = { keep: { id: keepId, version: 1 }, drop: { id: dropId, version: 1 } }
    await expect(api.registers.merge({ kind: 'cadre', ...seen })).rejects.toThrow('没有合并')
    await expect(api.registers.previewMerge({ kind: 'cadre', keepId, dropId: keepId })).rejects.toThrow('另选一条')
    expect((await api.stays.list({ text: '张玮' })).total).toBe(2)
  })
})

describe('collecting', () => {
  test('proposes names of records that are in no register, the most frequent first, as the newest record has them', async () => {
    const { api } = await openTestApp()
    await api.lecturers.add([{ name: '吴学文' }])
    const speakers = (...names: string[]) =>
      names.map((name) => ({ name, post: `${name}的职务`, kind: '专家' as const }))
    await api.lectures.add([
      lecture({ speakers: speakers('吴学文', '梁雨晴') }),
      lecture({ date: '2026-10-01', speakers: [{ name: '郑立新' }, { name: '梁雨晴', post: '旧职务' }] }),
    ])
    const proposals = await api.registers.collect({ kind: 'lecturer' })
    expect(proposals).toMatchObject([
      { name: '梁雨晴', times: 2, lastOn: '2026-11-10', fields: { post: '梁雨晴的职务', kind: '专家', team: '' } },
      { name: '郑立新', times: 1, lastOn: '2026-10-01', fields: { kind: '其他' } },
    ])
    await api.lecturers.add(proposals.map(({ fields }) => fields as never))
    expect(await api.registers.collect({ kind: 'lecturer' })).toEqual([])
  })

  test('guesses the kind from the name and leaves grassroots unions out of the study groups', async () => {
    const { api } = await openTestApp()
    await api.unions.add([{ name: '云山水泥有限公司工会', kind: '企业工会', township: '白石镇' }])
    await api.studies.add([
      { ...study, organiser: '县总工会党组', place: '县总工会三楼会议室' },
      { ...study, organiser: '云山水泥有限公司工会', partyOrganisation: '水泥公司党支部', place: '长河服饰职工书屋' },
    ])
    const kindsOf = async (kind: RegisterKind) =>
      (await api.registers.collect({ kind })).map(({ name, fields }) => [name, (fields as { kind: string }).kind])
    expect(await kindsOf('studyGroup')).toEqual([
      ['县总工会党组', '理论学习中心组'],
      ['水泥公司党支部', '党支部'],
    ])
    expect(await kindsOf('venue')).toEqual([
      ['县总工会三楼会议室', '会议室'],
      ['长河服饰职工书屋', '职工书屋'],
    ])
  })
})

describe('offering', () => {
  test('entries that records named last come first; the others follow by their sound', async () => {
    const { api } = await openTestApp()
    await api.lecturers.add([{ name: '郑立新' }, { name: '张伟', post: '副主席', kind: '领导干部' }, { name: '白石' }])
    await api.lectures.add([lecture(), lecture({ date: '2026-11-20', speakers: [{ name: '郑立新' }] })])
    const offered = await api.registers.suggest({ kinds: ['lecturer'] })
    expect(offered.map(({ name }) => name)).toEqual(['郑立新', '张伟', '白石'])
    expect(offered[1]).toEqual({
      name: '张伟',
      detail: '副主席',
      fills: { post: '副主席', kind: '领导干部', team: '' },
    })
  })

  test('those of the register asked for first come before those of the next, used or not', async () => {
    const { api } = await openTestApp()
    await api.lecturers.add([{ name: '张伟' }])
    await api.cadres.add([{ name: '李红梅' }])
    await api.lectures.add([lecture()])
    const offered = await api.registers.suggest({ kinds: ['cadre', 'lecturer'] })
    expect(offered.map(({ name }) => name)).toEqual(['李红梅', '张伟'])
  })

  test('by characters or by sound, each name once though it stands in two registers', async () => {
    const { api } = await openTestApp()
    await api.lecturers.add([{ name: '单国栋', post: '教授' }])
    await api.cadres.add([{ name: '单国栋', post: '部长', standing: '班子成员' }, { name: '单晓燕' }])
    const offered = async (text: string) =>
      (await api.registers.suggest({ kinds: ['cadre', 'lecturer'], text })).map(({ name, detail }) => name + detail)
    expect(await offered('sg')).toEqual(['单国栋部长'])
    expect(await offered('单')).toEqual(['单国栋部长', '单晓燕机关干部'])
    expect(await offered('shanxiao')).toEqual(['单晓燕机关干部'])
    expect(await offered('%')).toEqual([])
  })
})

function kindOf(kind: RegisterKind): object {
  if (kind === 'studyGroup') return { kind: '党支部' }
  return kind === 'venue' ? { kind: '职工活动中心' } : {}
}
