/** A made-up notice from the upper level, and requirements as a clerk would add them by hand. */
import type { RequirementInput } from '../../../src-shared/notices.ts'
import type { openTestApp } from '../../open-test-app.ts'

type Api = Awaited<ReturnType<typeof openTestApp>>['api']

export const noticeText = `固川市总工会文件

固工发〔2026〕31号

固川市总工会关于开展“工会进万家”学习宣讲活动的通知

各县（区）总工会，市直各基层工会：

为推动党的创新理论走进职工，现将有关事项通知如下。

一、抓好学习

各级工会党组理论学习中心组举行至少2次集体专题学习。基层党支部开展主题党日不少于1次。

二、广泛宣讲

各县（区）总工会要组织劳模工匠深入企业、车间、班组开展宣讲，不少于6场，2026年12月20日前完成。

三、工作要求

各县（区）总工会要制定宣讲方案，并于2026年12月25日前将推进落实情况、职工群众反响报送市总工会宣教部。

固川市总工会
2026年10月8日

固川市总工会办公室 2026年10月9日印发
`

export const textFile = (text: string, name = '通知.txt') => new File([text], name)

export const requirement = (fields: Partial<RequirementInput> = {}): RequirementInput => ({
  kind: '学习',
  title: '党支部主题党日',
  forms: ['主题党日'],
  state: '已确认',
  ...fields,
})

/** A notice of 2026-10-08 with these requirements only. */
export async function noticeWith(
  api: Api,
  fields: readonly RequirementInput[],
): Promise<{ id: string; ids: string[] }> {
  const { noticeId, requirements } = await api.notices.add({ text: noticeText })
  for (const { id } of requirements) await api.requirements.remove({ id })
  const { ids } = await api.requirements.add({ noticeId, fields: [...fields] })
  return { id: noticeId, ids }
}

/** Progress of the one requirement that the notice has. */
export async function progressOfOne(api: Api, fields: RequirementInput) {
  const { id } = await noticeWith(api, [fields])
  return async () => {
    const [one, ...others] = (await api.notices.progress({ id })).requirements
    if (!one || others.length > 0) throw new Error('not one requirement')
    return one
  }
}
