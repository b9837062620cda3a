-- A token names an attempt by the left side of its Message-ID: what comes back finds its delivery by it, even when the
-- attempt was followed by another, which the event of the new sending tells.
create index deliveries_by_attempt on deliveries (split_part(message_id, '@', 1)) where message_id is not null;
create index delivery_events_by_attempt on delivery_events (split_part(detail ->> 'messageId', '@', 1))
  where kind = 'sent-again';
