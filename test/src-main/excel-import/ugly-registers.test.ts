/** Lists of people, places and unions as offices keep them (各种名册): what must come out of each. */
import { expect, test } from 'vitest'
import { openTestApp } from '../../open-test-app.ts'
import { type Cells, type UglySheet, workbookFile } from './workbooks.ts'

async function taken(...sheets: UglySheet[]) {
  const { api } = await openTestApp()
  const applied = await api.imports.apply({ file: await workbookFile(sheets), goodOnly: true })
  return { api, ...applied }
}
const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
const sheet = (name: string, ...rows: Cells): UglySheet => ({ name, rows })

test('cadres of the office, their standing said in the words of practice', async () => {
  const { api } = await taken(
    sheet(
      '机关干部名册',
      ['云山县总工会干部花名册'],
      ['序号', '姓名', '现任职务', '科室', '人员身份', '手机号码'],
      [1, '李红梅', '副主席', null, '班子成员', 13_900_000_000],
      [2, '王 强', '干事', '宣教部', '机关干部', '0954-1234567'],
    ),
  )
  expect((await api.cadres.list({})).rows.toSorted(byName)).toMatchObject([
    { name: '李红梅', post: '副主席', standing: '班子成员', phone: '13900000000' },
    { name: '王强', department: '宣教部', standing: '机关干部' },
  ])
})

test('lecturers and their teams, each on a sheet of its own', async () => {
  const { api, sheets } = await taken(
    sheet(
      '宣讲员',
      ['姓名', '单位及职务', '人员类别', '所属宣讲团', '宣讲专题'],
      ['赵铁柱', '全国劳动模范', '劳模', '劳模宣讲团', '劳模精神'],
    ),
    sheet('宣讲团', ['宣讲团名称', '团长', '组建时间'], ['劳模宣讲团', '李红梅', '2026.5.1']),
  )
  expect(sheets.map(({ kind, new: added }) => [kind, added])).toEqual([
    ['lecturer', 1],
    ['lectureTeam', 1],
  ])
  expect((await api.lecturers.list({})).rows).toMatchObject([
    { name: '赵铁柱', post: '全国劳动模范', kind: '劳模工匠', team: '劳模宣讲团', topics: '劳模精神' },
  ])
  expect((await api.lectureTeams.list({})).rows).toMatchObject([{ leader: '李红梅', foundedOn: '2026-05-01' }])
})

test('what a study group must hold is read however it is said; what says no period is told at its cell', async () => {
  const { api, sheets } = await taken(
    sheet(
      '学习组织',
      ['支部名称', '类别', '书记', '党员数', '应开展的学习'],
      ['机关党支部', '党支部', '王芳', '19人', '主题党日 1次/月；支部学习 每季度不少于两次'],
      ['中心组', '理论学习中心组', null, 9, '1.每月一次中心组学习\n2.辅导报告：每半年1次'],
      ['青年小组', '青年理论学习小组', null, 6, '经常学习'],
    ),
  )
  expect(
    (await api.studyGroups.list({})).rows
      .toSorted(byName)
      .toReversed()
      .map(({ name, members, duties }) => ({ name, members, duties })),
  ).toEqual([
    {
      name: '机关党支部',
      members: 19,
      duties: [
        { type: '主题党日', times: 1, per: '月' },
        { type: '支部学习', times: 2, per: '季度' },
      ],
    },
    {
      name: '中心组',
      members: 9,
      duties: [
        { type: '理论学习中心组集体学习', times: 1, per: '月' },
        { type: '辅导报告', times: 1, per: '半年' },
      ],
    },
  ])
  expect(sheets[0]?.problems).toEqual([
    {
      row: 4,
      column: 'E',
      code: 'FIELD_INVALID',
      message: '“经常学习”没有写明每月、季度、半年还是年，请写成“主题党日 1次/月”',
    },
  ])
})

test('venues and materials; a material is the same with its 书名号 and without', async () => {
  const { api, sheets } = await taken(
    sheet(
      '工会阵地',
      ['阵地名称', '类型', '所属乡镇', '可容纳（人）'],
      ['城关镇职工书屋', '职工书屋', '城关镇', '约40人'],
    ),
    sheet(
      '学习资料目录',
      ['书名', '类型', '出版社', '出版时间'],
      ['《工会法释义》', '读本', '工人出版社', '2026.1.1'],
      ['工会法释义', '读本', '工人出版社', '2026.1.1'],
    ),
  )
  expect((await api.venues.list({})).rows).toMatchObject([{ kind: '职工书屋', township: '城关镇', capacity: 40 }])
  expect((await api.materials.list({})).rows).toMatchObject([{ name: '《工会法释义》', kind: '辅导读本' }])
  expect(sheets[1]?.problems.map(({ row, code }) => [row, code])).toEqual([[3, 'DUPLICATE_ROW']])
})

test('an address book is no register of cadres: nothing of it is taken in unasked', async () => {
  const { api } = await openTestApp()
  const file = await workbookFile([
    sheet('通讯录', ['姓名', '部门', '职务', '联系电话'], ['王芳', '办公室', '干事', '0954-1234567']),
  ])
  expect((await api.imports.preview({ file })).sheets).toMatchObject([{ kind: null, rows: 0 }])
})

const unionHeader = ['单位名称', '类别', '乡镇', '统计编码', '上级工会', '工会主席', '建会时间']

test('a union may stand above the union it belongs to; what nobody knows is told at its cell', async () => {
  const { api, sheets } = await taken(
    sheet(
      '单位名册',
      unionHeader,
      ['水泥厂工会', '企业工会', '城关镇', '901001', '城关镇总工会', '赵铁柱', '2001年5月1日'],
      ['城关镇总工会', '乡镇（街道）工会', '城关镇', '901000', null, null, null],
      ['窑炉车间工会', '企业工会', '城关镇', null, '水泥厂工会', null, null],
      ['孤立工会', '企业工会', '城关镇', null, '没有的工会', null, null],
    ),
  )
  expect(sheets[0]?.problems.map(({ row, column, code }) => [row, column, code])).toEqual([[5, 'E', 'UNION_UNKNOWN']])
  const unions = (await api.unions.list({})).rows
  const names = new Map(unions.map(({ id, name }) => [id, name]))
  expect(new Map(unions.map(({ name, parentId }) => [name, names.get(parentId ?? '')]))).toEqual(
    new Map([
      ['城关镇总工会', undefined],
      ['水泥厂工会', '城关镇总工会'],
      ['窑炉车间工会', '水泥厂工会'],
    ]),
  )
  expect(unions.find(({ name }) => name === '水泥厂工会')).toMatchObject({ chair: '赵铁柱', foundedOn: '2001-05-01' })
})

test('a code of the statistics belongs to one union for life', async () => {
  const { sheets } = await taken(
    sheet(
      '单位名册',
      unionHeader,
      ['水泥厂工会', '企业工会', '城关镇', '901001'],
      ['供水公司工会', '企业工会', '城关镇', '９０１００１'],
    ),
  )
  expect(sheets[0]?.problems).toEqual([
    {
      row: 3,
      column: 'D',
      code: 'CODE_TAKEN',
      message: '统计编码“901001”已是“水泥厂工会”的，一个单位一个编码，终身不变，请核对',
    },
  ])
})
