import { amountOfPoint, standingJoins } from './flags.queries';

/** $1: the flag; $2: now. No row unless it is accepted. */
export const acceptedFlagQuery = `
  with yes as (
    select a.village_id, a.answerer, a.answered_by
    from match_side($2) s join match_ask a on a.id = s.ask_id
    where s.flag_id = $1 and a.state = 'accepted'
  )
  select f.id, f.label, f.theme, f.benefit, f.introduced_by as "introducedBy",
    (select coalesce(json_agg(json_build_object('villageId', village_id, 'answerer', answerer, 'personId', answered_by)
        order by village_id), '[]') from yes) as sides,
    (select coalesce(json_agg(json_build_object('proposalId', o.id, 'villageId', v.id, 'amount', ${amountOfPoint})
        order by o.id, v.id), '[]')
      from ${standingJoins} join yes on yes.village_id = v.id where m.flag_id = f.id) as points
  from match_flag f where f.id = $1 and f.state = 'accepted'`;
