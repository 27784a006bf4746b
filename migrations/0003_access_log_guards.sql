-- Entries of the access log are written once. Two things happen to them later, and only these: the whole client address
-- is emptied, and an entry goes when it is older than 13 months.
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log
WHEN NEW.address IS NOT NULL OR NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at OR NEW.event IS NOT OLD.event
  OR NEW.outcome IS NOT OLD.outcome OR NEW.reason IS NOT OLD.reason OR NEW.actor IS NOT OLD.actor
  OR NEW.actor_roles IS NOT OLD.actor_roles OR NEW.actor_municipality_id IS NOT OLD.actor_municipality_id
  OR NEW.object_type IS NOT OLD.object_type OR NEW.object_id IS NOT OLD.object_id
  OR NEW.object_municipality_id IS NOT OLD.object_municipality_id OR NEW.detail IS NOT OLD.detail
  OR NEW.batch_id IS NOT OLD.batch_id OR NEW.request_id IS NOT OLD.request_id OR NEW.session_ref IS NOT OLD.session_ref
  OR NEW.typed_hash IS NOT OLD.typed_hash OR NEW.address_net IS NOT OLD.address_net OR NEW.version IS NOT OLD.version
  OR NEW.previous_hash IS NOT OLD.previous_hash OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log
WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-13 months')
BEGIN SELECT RAISE(ABORT, 'the access log is kept for 13 months'); END;
