-- SPDX-License-Identifier: EUPL-1.2
-- The duties of one person in a unit and those of nobody in particular are each a range of one index, so that a page
-- reads no more when the others in the unit have many.

DROP INDEX duty_by_person;
CREATE INDEX duty_by_owner ON duty (owner_unit, owner_person, sort, pathway, rule, key);
