import { z } from 'zod'
import { hubOf } from '#cli/topology/topology.ts'
import { lintWorld, placementRules } from '../placement-lint.ts'
import { defineCheck, findImage } from './check.ts'

/** The report's lint names this image for breaking this rule (or, with `absent`, does not). */
export const policyWarning = defineCheck(
  z.strictObject({ image: z.string(), rule: z.enum(placementRules), absent: z.boolean().default(false) }),
  async (context, input) => {
    const record = await findImage(context, input.image)
    const warnings = await lintWorld(context.world, hubOf(context.scenario.topology).id)
    const warning = warnings.find(({ imageId, rule }) => imageId === record.id && rule === input.rule)
    return {
      passed: (warning === undefined) === input.absent,
      measured: warning?.message ?? 'no warning',
      expected: input.absent ? 'no warning' : input.rule,
    }
  },
)
