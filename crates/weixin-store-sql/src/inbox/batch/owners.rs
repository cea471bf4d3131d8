//! Owners: who may claim items, and how long.

use std::{collections::BTreeSet, sync::Arc};

use sqlx::SqlStr;
use weixin_store::Error;

use super::Batch;
use crate::{
    engine::{
        Bind::{Number, Text},
        Engine,
    },
    inbox::{
        query::Query,
        request::{Outcome, Request},
    },
};

/// Registers and renews.
pub(super) async fn extend<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    for (index, request) in batch.requests.iter().enumerate() {
        match request {
            Request::Register { owner, ttl } => {
                let register = "insert into weixin_inbox_owner (owner, until) values ($1, $2)";
                let until = batch.now.saturating_add(*ttl);
                E::run(
                    batch.at,
                    SqlStr::from_static(register),
                    &[Text(owner.as_str()), Number(until)],
                )
                .await?;
                batch.answer(index, Outcome::Done(true));
            }
            Request::Renew { owner, ttl } => {
                let renew =
                    "update weixin_inbox_owner set until = $2 where owner = $1 and until > $3";
                let until = Number(batch.now.saturating_add(*ttl));
                let values = [Text(owner.as_str()), until, Number(batch.now)];
                let done = E::run(batch.at, SqlStr::from_static(renew), &values).await? > 0;
                let lost = || Err(owner_lost());
                batch.answer_with(index, if done { Ok(Outcome::Done(true)) } else { lost() });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Finds out which of the owners in the requests can claim.
pub(super) async fn find_alive<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    let owners = batch.requests.iter().filter_map(|request| match request {
        Request::Enqueue(new) => Some(&new.owner),
        Request::Update(update) => update.next_for.as_ref(),
        Request::Claim { owner, .. } => Some(owner),
        _ => None,
    });
    let owners: BTreeSet<&str> = owners.map(|owner| owner.as_str()).collect();
    if owners.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = owners.into_iter().map(|owner| [Text(owner)]).collect();
    let alive = Query::with_rows::<E, 1>(["owner"], &rows)
        .text("select o.owner from c join weixin_inbox_owner o on o.owner = c.owner")
        .text(" where o.until > ")
        .value::<E>(Number(batch.now))
        .rows::<E>(batch.at)
        .await?;
    let alive = alive.iter().map(|row| E::text(row).map(Arc::from));
    batch.alive = alive.collect::<sqlx::Result<_>>()?;
    Ok(())
}

/// Ends the claims of owners that unregister.
pub(super) async fn end<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    for (index, request) in batch.requests.iter().enumerate() {
        let Request::Unregister { owner } = request else { continue };
        let owner = owner.as_str();
        let forget = "delete from weixin_inbox_owner where owner = $1";
        let known = E::run(batch.at, SqlStr::from_static(forget), &[Text(owner)]).await? > 0;
        free::<E>(batch.at, owner, batch.now).await?;
        batch.answer(index, Outcome::Done(known));
    }
    Ok(())
}

/// Ends the claims of all owners that have expired or are not registered.
pub(super) async fn end_expired<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    // Once its row is gone, an owner cannot come back. This never waits for a renewal.
    Query::new("delete from weixin_inbox_owner where owner in (")
        .text("select o.owner from weixin_inbox_owner o where o.until <= ")
        .value::<E>(Number(batch.now))
        .text(E::SKIP_LOCKED)
        .text(")")
        .rows::<E>(batch.at)
        .await?;
    let gone = Query::new("select distinct i.owner from weixin_inbox_item i where i.state = 1")
        .text(" and not exists (select 1 from weixin_inbox_owner o where o.owner = i.owner)")
        .rows::<E>(batch.at)
        .await?;
    for row in &gone {
        free::<E>(batch.at, &E::text(row)?, batch.now).await?;
    }
    Ok(())
}

/// Ends the claims of an owner whose row is gone. Items that another transaction is changing keep
/// their owner; they are freed when somebody claims the next time.
async fn free<E: Engine>(at: &mut E::Connection, owner: &str, now: i64) -> sqlx::Result<()> {
    Query::new(
        "update weixin_inbox_item set state = 0, owner = null, revision = revision + 1, due = ",
    )
    .value::<E>(Number(now))
    .text(" where seq in (select i.seq from weixin_inbox_item i where i.state = 1 and i.owner = ")
    .value::<E>(Text(owner))
    .text(E::SKIP_LOCKED)
    .text(")")
    .rows::<E>(at)
    .await?;
    Ok(())
}

pub(super) fn owner_lost() -> Error {
    Error::lease_lost()
}
