/** What a bundle carries (包内条数) in words. */
import type { BundleCounts } from '../../src-shared/bundles.ts'
import { formatCount } from '../components/figure.tsx'

/** 学习12条、宣讲8条、蹲点3条、单位60个 */
export function describeCounts({ study, lecture, stay, activity = 0, grassrootsUnion }: BundleCounts): string {
  const parts = [
    `学习${formatCount(study)}条`,
    `宣讲${formatCount(lecture)}条`,
    `蹲点${formatCount(stay)}条`,
    ...(activity > 0 ? [`宣传文化${formatCount(activity)}条`] : []),
  ]
  return [...parts, `单位${formatCount(grassrootsUnion)}个`].join('、')
}
