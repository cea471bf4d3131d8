//! Claims of items that are due, and the removal of items.

use std::sync::atomic::Ordering;

use super::{
    Batch,
    owners::{end_expired, owner_lost},
};
use crate::{
    engine::{
        Bind::{Number, Text},
        Engine,
    },
    inbox::{
        query::Query,
        request::{Outcome, Request},
        stored::{ROW, Row},
    },
};

/// How many expired items a claim removes.
const REMOVED_PER_CLAIM: usize = 1000;

/// How long, in milliseconds, nothing is removed after nothing was found.
const REMOVAL_PAUSE: i64 = 1000;

/// Claims items that are due and first in their lane.
pub(super) async fn claim<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    let mut is_first = true;
    for (index, request) in batch.requests.iter().enumerate() {
        let Request::Claim { owner, max } = request else { continue };
        if !batch.alive.contains(owner.as_str()) {
            batch.answer_with(index, Err(owner_lost()));
            continue;
        }
        if is_first {
            end_expired(batch).await?;
            is_first = false;
        }
        let mut items = Vec::new();
        loop {
            let rows = claim_due(batch, owner.as_str(), max - items.len()).await?;
            let mut unreadable = Vec::new();
            for row in rows {
                let id = row.status.id.clone();
                match row.decode(&batch.core.settings.codec) {
                    Ok(item) => items.push(item),
                    Err(_) => unreadable.push(id),
                }
            }
            if unreadable.is_empty() {
                break;
            }
            park_unreadable::<E>(batch.at, &unreadable).await?;
        }
        batch.answer(index, Outcome::Claimed(items));
    }
    Ok(())
}

async fn claim_due<E: Engine>(
    batch: &mut Batch<'_, E>,
    owner: &str,
    max: usize,
) -> sqlx::Result<Vec<Row>> {
    if max == 0 {
        return Ok(Vec::new());
    }
    let claimed = Query::new(
        "with h as materialized (select i.seq as head from weixin_inbox_item i
            where i.state = 0 and (i.lane is null or not exists (
                select 1 from weixin_inbox_item o where o.lane = i.lane and o.seq < i.seq))
            and i.due <= ",
    )
    .value::<E>(Number(batch.now))
    .text(" order by i.due, i.seq limit ")
    .value::<E>(Number(i64::try_from(max).unwrap_or(i64::MAX)))
    .text(E::SKIP_LOCKED)
    .text(
        ") update weixin_inbox_item as i
         set state = 1, attempts = i.attempts + 1, revision = i.revision + 1, owner = ",
    )
    .value::<E>(Text(owner))
    .text(" from h where i.seq = h.head returning ")
    .text(ROW)
    .rows::<E>(batch.at)
    .await?;
    let mut claimed = Row::read_all::<E>(&claimed)?;
    claimed.sort_by_key(|row| row.seq);
    Ok(claimed)
}

/// Sets items aside that were just claimed and cannot be read. Their progress stays as it is: with
/// the right key, they can be handled.
pub(super) async fn park_unreadable<E: Engine>(
    at: &mut E::Connection,
    ids: &[String],
) -> sqlx::Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    tracing::warn!(
        count = ids.len(),
        "pushes in the inbox cannot be read: they are sealed with another key, or damaged; they \
         are set aside"
    );
    let ids: Vec<_> = ids.iter().map(|id| [Text(id)]).collect();
    Query::with_rows::<E, 1>(["item"], &ids)
        .text(
            "update weixin_inbox_item as i
             set state = 2, owner = null, lane = null, attempts = i.attempts - 1,
                 revision = i.revision + 1
             from c where i.id = c.item",
        )
        .rows::<E>(at)
        .await?;
    Ok(())
}

/// Removes items: those in the requests, and some that have expired.
pub(super) async fn remove<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    let (mut added, mut claims) = (0, 0);
    for (index, request) in batch.requests.iter().enumerate() {
        match request {
            Request::Enqueue(_) => added += 1,
            Request::Claim { .. } => claims += 1,
            Request::Remove { id, seen } => {
                let removed = Query::new("delete from weixin_inbox_item where id = ")
                    .value::<E>(Text(id))
                    .text(" and revision = ")
                    .value::<E>(Number(*seen))
                    .text(" and (expires is null or expires > ")
                    .value::<E>(Number(batch.now))
                    .text(") returning id")
                    .rows::<E>(batch.at)
                    .await?;
                batch.answer(index, Outcome::Done(!removed.is_empty()));
            }
            _ => {}
        }
    }
    let next = &batch.core.next_removal;
    if added + claims == 0 || claims == 0 && batch.now < next.load(Ordering::Relaxed) {
        return Ok(());
    }
    // Twice as many as are added, so that they do not accumulate.
    let max = (2 * added + 10).max(if claims > 0 { REMOVED_PER_CLAIM } else { 0 });
    let removed = Query::new("with h as materialized (")
        .text("select i.seq as head from weixin_inbox_item i where i.expires <= ")
        .value::<E>(Number(batch.now))
        .text(" limit ")
        .value::<E>(Number(i64::try_from(max).unwrap_or(i64::MAX)))
        .text(E::SKIP_LOCKED)
        .text(") delete from weixin_inbox_item where seq in (select h.head from h) returning seq")
        .rows::<E>(batch.at)
        .await?;
    if removed.len() < max {
        next.store(batch.now + REMOVAL_PAUSE, Ordering::Relaxed);
    }
    Ok(())
}
