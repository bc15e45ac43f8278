import type { Protocol } from '../../../engine/allocation/log.ts'
import { Facts, useView } from '../../../shared/ui/index.ts'
import { factorLabel } from '../labels.ts'
import { sizesOf } from '../paragraph.ts'
import { factorsIn } from '../study.ts'

/** What a study lays down, in words. */
export function ProtocolFacts({ protocol }: { protocol: Protocol }) {
  const { t, number } = useView()
  const factors = factorsIn(protocol)
  return (
    <Facts
      facts={[
        { label: t('studies.unit'), value: t(`studies.unit.${protocol.unit}`) },
        {
          label: t('studies.arms'),
          value: (
            <ul class="stack-small">
              {protocol.arms.map((arm, i) => (
                <li key={arm}>{t('studies.armRatio', { arm, ratio: protocol.ratio[i] })}</li>
              ))}
            </ul>
          ),
        },
        { label: t('studies.method'), value: t(`studies.method.${protocol.method}`) },
        ...(protocol.method === 'blocks-v1'
          ? [
              {
                label: t('studies.strata'),
                value:
                  factors.length === 0
                    ? t('studies.strata.none')
                    : factors.map((factor) => factorLabel(factor, protocol.unit, t)).join(', '),
              },
              { label: t('studies.blockSizes'), value: sizesOf(protocol).join(', ') },
            ]
          : [
              {
                label: t('studies.factors'),
                value: (
                  <ul class="stack-small">
                    {factors.map((factor, i) => (
                      <li key={factor}>
                        {t('studies.factorWeight', {
                          factor: factorLabel(factor, protocol.unit, t),
                          weight: number(protocol.weights[i] ?? 1),
                        })}
                      </li>
                    ))}
                  </ul>
                ),
              },
              { label: t('studies.p'), value: number(protocol.p) },
              { label: t('studies.measure'), value: t(`studies.measure.${protocol.measure}`) },
            ]),
      ]}
    />
  )
}
