import { positions } from './groups.queries';

/** The only municipality of the installation. */
export const municipalityQuery = `
  select id, slug, name, population, population_source as "populationSource", attribution,
    json_build_object('address', address, 'telephone', telephone, 'email', email, 'website', website) as contact,
    read_within_days as "readWithinDays", answer_within_days as "answerWithinDays"
  from municipality order by slug limit 1`;

/** Asked with every queue and question, so without the waters of the map. */
export const termsQuery = `
  select read_within_days as "readWithinDays", answer_within_days as "answerWithinDays"
  from municipality order by slug limit 1`;

/** Asked with every page. */
export const coloursQuery = `
  select colours from municipality order by slug limit 1`;

/** $1: the slug after which the page begins, or null; $2: the number of rows. */
export const villagesQuery = `
  select id, slug, name, population, population_year as "populationYear", postcodes, area_id as "areaId"
  from village where $1::text is null or slug > $1 order by slug limit $2`;

export const mapQuery = `
  select slug, name, boundary, point, label from village order by slug`;

export const watersQuery = `
  select waters from municipality order by slug limit 1`;

/** $1: slug; $2: the instant at which brokers and members of the group must be in office. */
export const villageQuery = `
  select v.id, v.slug, v.name, v.population, v.population_year as "populationYear", v.postcodes, v.area_id as "areaId",
    v.population_source as "populationSource", v.fact,
    json_build_object('id', a.id, 'name', a.name, 'isExample', a.is_example, 'brokers', coalesce((
      select json_agg(distinct jsonb_build_object('displayName', r.display_name))
      from role_public r
      where r.role = 'broker'
        and ((r.scope_type = 'area' and r.scope_id = a.id) or (r.scope_type = 'village' and r.scope_id = v.id))
        and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)), '[]')) as area,
    coalesce((
      select json_agg(json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) order by n.name)
      from village n where n.municipality_id = v.municipality_id and n.slug = any(v.neighbour_slugs)), '[]') as neighbours,
    (select json_build_object('id', g.id, 'name', g.name, 'members', count(distinct r.person_id),
        'chairs', coalesce(json_agg(distinct r.display_name) filter (where r.assigned_role = 'chair'), '[]'),
        'secretaries', coalesce(json_agg(distinct r.display_name) filter (where r.assigned_role = 'secretary'), '[]'))
      from working_group g
      left join role_public r on r.scope_type = 'village' and r.scope_id = any(g.village_ids)
        and r.assigned_role in (${positions})
        and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
      where v.id = any(g.village_ids) and g.starts_at <= $2 and (g.ends_at is null or g.ends_at > $2)
      group by g.id) as "group"
  from village v join area a on a.id = v.area_id
  where v.slug = $1`;
