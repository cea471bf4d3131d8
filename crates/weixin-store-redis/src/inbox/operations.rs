//! Owners, and the operations on one push.

use std::{sync::Arc, time::Duration};

use futures_util::future::try_join_all;
use redis::{FromRedisValue, Script};
use tracing::warn;
use weixin_api::Timestamp;
use weixin_store::{
    Error,
    inbox::{Change, Enqueued, Envelope, Item, ItemId, ItemStatus, Owner, Revision, Then, Updated},
};

use super::{
    RedisInbox, layout,
    record::{Fields, StoredItem, StoredStatus, number},
    scripts::{self, FIELDS, STATUS_FIELDS, reply},
};
use crate::errors::{error, unreadable};

/// How many claims one script ends.
const CLAIMS_ENDED_AT_ONCE: u32 = 100;

/// A push, and where it is stored.
struct Place {
    id: ItemId,
    lane: String,
    partition: u32,
}

impl RedisInbox {
    /// The number of partitions. Reads it once, and creates the inbox if there is none.
    pub(super) async fn partitions(&self) -> Result<u32, Error> {
        self.partitions.get_or_try_init(|| self.read_layout()).await.copied()
    }

    /// Reads how the inbox is arranged, and creates it if there is none.
    async fn read_layout(&self) -> Result<u32, Error> {
        let wanted = self.partitions.get().copied().or(self.wanted_partitions);
        let (version, partitions): (String, Option<String>) = scripts::OPEN
            .key(self.prefix.description())
            .arg(layout::VERSION)
            .arg(wanted.unwrap_or(layout::DEFAULT_PARTITIONS))
            .invoke_async(&mut self.connection.clone())
            .await
            .map_err(error)?;
        layout::check(number(Some(&version))?, number(partitions.as_deref())?, wanted)
    }

    /// Runs a script on one partition.
    pub(super) async fn run<T: FromRedisValue>(
        &self,
        script: &Script,
        partition: u32,
        now: Timestamp,
        arguments: &[&str],
    ) -> Result<T, Error> {
        script
            .key(self.prefix.partition(partition))
            .arg(now.as_millis())
            .arg(arguments)
            .invoke_async(&mut self.connection.clone())
            .await
            .map_err(error)
    }

    /// Runs a script on all partitions, concurrently.
    pub(super) async fn run_on_all<T: FromRedisValue>(
        &self,
        script: &Script,
        now: Timestamp,
        arguments: &[&str],
    ) -> Result<Vec<T>, Error> {
        let partitions = 0..self.partitions().await?;
        try_join_all(partitions.map(|partition| self.run(script, partition, now, arguments))).await
    }

    async fn place(&self, envelope: &Envelope) -> Result<Place, Error> {
        let (id, lane) = (ItemId::of(envelope), layout::lane(envelope));
        let partition = layout::partition(&lane, &id, self.partitions().await?);
        Ok(Place { id, lane, partition })
    }

    pub(super) async fn register_owner(&self, ttl: Duration) -> Result<Owner, Error> {
        // If Redis has lost its data, the inbox has to be created again.
        self.read_layout().await?;
        let (now, owner) = (self.clock.now(), Owner::random()?);
        let until = millis(now + ttl);
        let arguments = [owner.as_str(), &*until];
        self.run_on_all::<String>(&scripts::REGISTER, now, &arguments).await?;
        Ok(owner)
    }

    pub(super) async fn renew_owner(&self, owner: &Owner, ttl: Duration) -> Result<(), Error> {
        let now = self.clock.now();
        let until = millis(now + ttl);
        let arguments = [owner.as_str(), &*until];
        let renewed = self.run_on_all::<String>(&scripts::RENEW, now, &arguments).await?;
        if renewed.iter().any(|outcome| outcome != reply::DONE) {
            return Err(Error::lease_lost());
        }
        Ok(())
    }

    pub(super) async fn unregister_owner(&self, owner: &Owner) -> Result<(), Error> {
        let (now, most) = (self.clock.now(), CLAIMS_ENDED_AT_ONCE.to_string());
        let arguments = [owner.as_str(), &*most];
        loop {
            let ended = self.run_on_all::<u32>(&scripts::UNREGISTER, now, &arguments).await?;
            if ended.iter().all(|ended| *ended < CLAIMS_ENDED_AT_ONCE) {
                return Ok(());
            }
        }
    }

    pub(super) async fn add(
        &self,
        envelope: &Arc<Envelope>,
        owner: &Owner,
    ) -> Result<Enqueued, Error> {
        let Place { id, lane, partition } = self.place(envelope).await?;
        let push = self.codec.write_envelope(&id, envelope)?;
        let arguments = [owner.as_str(), id.as_str(), &*lane, &*push];
        let now = self.clock.now();
        let fields: Fields = self.run(&scripts::ENQUEUE, partition, now, &arguments).await?;
        let (outcome, mut fields) = split(fields)?;
        match &*outcome {
            reply::CLAIMED => Ok(Enqueued::Claimed(revision(&fields)?)),
            reply::WAITING => Ok(Enqueued::Waiting(revision(&fields)?)),
            reply::KNOWN => {
                let status = StoredStatus::read(&mut fields)?.ok_or_else(unreadable)?;
                Ok(Enqueued::Known(status.decode(&self.codec, &id)?))
            }
            reply::LOST => Err(Error::lease_lost()),
            _ => Err(unreadable()),
        }
    }

    pub(super) async fn change(
        &self,
        envelope: &Arc<Envelope>,
        seen: Revision,
        change: Change,
    ) -> Result<Updated, Error> {
        let Change { progress, then, next_for } = change;
        let Place { id, partition, .. } = self.place(envelope).await?;
        let progress = self.codec.write_progress(&id, &progress)?;
        let (name, argument) = match &then {
            Then::Keep => ("keep", String::new()),
            Then::Finish { expires } => ("finish", millis(*expires)),
            Then::Retry { due } => ("retry", millis(*due)),
            Then::GiveBack => ("give_back", String::new()),
            Then::Replay => ("replay", String::new()),
            Then::Park => ("park", String::new()),
            Then::Resume(owner) => ("resume", owner.as_str().to_owned()),
            Then::Remove => ("remove", String::new()),
        };
        let seen = seen.to_bits().to_string();
        let next_owner = next_for.as_ref().map_or("", Owner::as_str);
        let arguments = [id.as_str(), &*seen, name, &*argument, &*progress, next_owner];
        let now = self.clock.now();
        let fields: Fields = self.run(&scripts::UPDATE, partition, now, &arguments).await?;
        let (outcome, mut fields) = split(fields)?;
        match &*outcome {
            reply::DONE => {
                let revision = revision(&fields)?;
                let next = self.next_item(partition, fields.split_off(1), next_for).await;
                Ok(Updated::Done { revision, next: next.map(Box::new) })
            }
            reply::CONFLICT if fields.is_empty() => Ok(Updated::Conflict(None)),
            reply::CONFLICT => {
                let status = StoredStatus::read(&mut fields)?;
                let status = status.map(|status| status.decode(&self.codec, &id)).transpose()?;
                Ok(Updated::Conflict(status))
            }
            reply::LOST => Err(Error::lease_lost()),
            _ => Err(unreadable()),
        }
    }

    /// Reads the item that was claimed with a change. An error is not passed on, because the change
    /// itself was made.
    async fn next_item(
        &self,
        partition: u32,
        fields: Fields,
        owner: Option<Owner>,
    ) -> Option<Item> {
        let owner = owner.filter(|_| !fields.is_empty())?;
        match self.read_or_park(partition, fields, &owner).await {
            Ok(item) => item,
            Err(error) => {
                warn!(%error, "the next push of a lane was claimed and could not be read");
                None
            }
        }
    }

    /// Reads an item that this owner has claimed. If it cannot be read, parks it, and continues with
    /// the next one of its lane.
    pub(super) async fn read_or_park(
        &self,
        partition: u32,
        mut fields: Fields,
        owner: &Owner,
    ) -> Result<Option<Item>, Error> {
        loop {
            let item = StoredItem::read_with_id(fields)?;
            let reason = match item.try_decode(&self.codec) {
                Ok(item) => return Ok(Some(item)),
                Err(reason) => reason,
            };
            warn!(id = %item.id, error = %reason, "a push cannot be read and is parked");
            let (id, seen) = (item.id.as_str(), item.status.revision.to_bits().to_string());
            // The progress stays as it is, for a process that can read it.
            let arguments = [id, &*seen, "park", "", "", owner.as_str()];
            let now = self.clock.now();
            let parked: Fields = self.run(&scripts::UPDATE, partition, now, &arguments).await?;
            let (outcome, mut rest) = split(parked)?;
            if outcome != reply::DONE || rest.len() < 2 {
                return Ok(None);
            }
            fields = rest.split_off(1);
        }
    }

    pub(super) async fn read_status(
        &self,
        envelope: &Envelope,
    ) -> Result<Option<ItemStatus>, Error> {
        let Place { id, partition, .. } = self.place(envelope).await?;
        let mut fields: Fields = redis::cmd("HMGET")
            .arg(self.prefix.item(partition, &id))
            .arg(&FIELDS[..STATUS_FIELDS])
            .query_async(&mut self.connection.clone())
            .await
            .map_err(error)?;
        let status = StoredStatus::read(&mut fields)?;
        let status = status.filter(|status| !status.is_expired(self.clock.now()));
        status.map(|status| status.decode(&self.codec, &id)).transpose()
    }
}

/// Splits the result of a script into its name and the rest.
fn split(mut fields: Fields) -> Result<(String, Fields), Error> {
    if fields.is_empty() {
        return Err(unreadable());
    }
    let outcome = fields.remove(0).ok_or_else(unreadable)?;
    Ok((outcome, fields))
}

fn revision(fields: &Fields) -> Result<Revision, Error> {
    let text = fields.first().and_then(Option::as_deref);
    number(text).map(Revision::from_bits)
}

fn millis(at: Timestamp) -> String {
    at.as_millis().to_string()
}
