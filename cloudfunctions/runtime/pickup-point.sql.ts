/** A pick-up point as screens draw it (`PickupPointView`): JSON of `pickup_point p`, whichever room reads it. */
export const pointJson = `json_build_object('id', p.id, 'name', p.name, 'keeper', p.keeper, 'address', p.address, 'hours', p.hours,
  'latitude', p.latitude, 'longitude', p.longitude, 'walkMinutes', p.walk_minutes)`
