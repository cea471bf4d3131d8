//! The contracts of subscriptions (会员订阅), and when people can be charged under them.

use std::time::Duration;

use weixin_api::Timestamp;
use weixin_mini::virtual_payment::{ProductId, SubscriptionContractId};
use weixin_protocol::PeerId;

use crate::state::quota::BEIJING;

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 60 * MINUTE;

/// How long after signing a person can be charged without an announcement.
const FIRST_CHARGE: Duration = Duration::from_secs(12 * 60 * MINUTE);
/// How many days after its announcement a person is charged.
const NOTICE_DAYS: u64 = 2;
/// How many days before the end of a period the next charge can be announced.
const EARLY_DAYS: u64 = 3;
/// How many days after a charge that was not made the next one can be announced.
const RETRY_DAYS: u64 = 8;
/// When charges are made and announced, in Beijing: 07:10 to 21:50.
const HOURS: std::ops::RangeInclusive<u64> = (7 * 60 + 10) * MINUTE..=(21 * 60 + 50) * MINUTE;
/// The lowest and the highest amount of a charge, in fen.
const PRICES: std::ops::RangeInclusive<u64> = 100..=500_000;

/// Why a charge, or its announcement, is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContractError {
    /// The amount is not allowed, or is not the one that was announced.
    Price,
    /// It is not the time.
    Time,
    /// The charge was not announced, or was made before.
    NotAnnounced,
}

/// An announcement of a charge.
#[derive(Debug, Clone, Copy)]
struct Announcement {
    /// The day, counted from 1970 in Beijing.
    day: u64,
    price: u64,
    charged: bool,
}

/// A contract.
#[derive(Debug, Clone)]
pub(crate) struct Contract {
    pub(crate) user: PeerId,
    pub(crate) product: ProductId,
    pub(crate) code: SubscriptionContractId,
    pub(crate) attach: Option<String>,
    signed: Timestamp,
    ended: bool,
    announced: Option<Announcement>,
    /// Until when the person has paid.
    paid_until: Option<Timestamp>,
    /// Whether the person has no money.
    pub(crate) charges_fail: bool,
}

impl Contract {
    pub(crate) fn sign(
        user: PeerId,
        product: ProductId,
        code: SubscriptionContractId,
        attach: Option<String>,
        now: Timestamp,
    ) -> Self {
        Self {
            user,
            product,
            code,
            attach,
            signed: now,
            ended: false,
            announced: None,
            paid_until: None,
            charges_fail: false,
        }
    }

    pub(crate) fn is_signed(&self) -> bool {
        !self.ended
    }

    pub(crate) fn end(&mut self) {
        self.ended = true;
    }

    /// Announces a charge.
    pub(crate) fn announce(
        &mut self,
        price: u64,
        most: u64,
        now: Timestamp,
    ) -> Result<(), ContractError> {
        check_price(price, most)?;
        let today = day(now);
        let early = match (self.announced, self.paid_until) {
            (Some(last), _) if !last.charged => today < last.day + NOTICE_DAYS + RETRY_DAYS,
            (_, Some(until)) => today + EARLY_DAYS < day(until),
            _ => false,
        };
        if early || !is_open(now) {
            return Err(ContractError::Time);
        }
        self.announced = Some(Announcement { day: today, price, charged: false });
        Ok(())
    }

    /// Checks a charge. The first one needs no announcement within 12 hours of signing.
    pub(crate) fn check_charge(
        &self,
        price: u64,
        most: u64,
        now: Timestamp,
    ) -> Result<(), ContractError> {
        check_price(price, most)?;
        if self.paid_until.is_none() && now.since(self.signed) <= FIRST_CHARGE {
            return Ok(());
        }
        let announced = self.announced.filter(|announced| !announced.charged);
        let announced = announced.ok_or(ContractError::NotAnnounced)?;
        if day(now) != announced.day + NOTICE_DAYS || !is_open(now) {
            return Err(ContractError::Time);
        }
        if price != announced.price {
            return Err(ContractError::Price);
        }
        Ok(())
    }

    /// Records a charge: the person has paid for one more period.
    pub(crate) fn charged(&mut self, period_days: u32, now: Timestamp) {
        if let Some(announced) = &mut self.announced {
            announced.charged = true;
        }
        let from = self.paid_until.filter(|until| now < *until).unwrap_or(now);
        self.paid_until = Some(from + Duration::from_secs(u64::from(period_days) * DAY));
    }
}

fn check_price(price: u64, most: u64) -> Result<(), ContractError> {
    if PRICES.contains(&price) && price <= most { Ok(()) } else { Err(ContractError::Price) }
}

/// The day in Beijing, counted from 1970.
fn day(time: Timestamp) -> u64 {
    (time + BEIJING).as_secs() / DAY
}

/// Whether charges are made at this time of the day.
fn is_open(time: Timestamp) -> bool {
    HOURS.contains(&((time + BEIJING).as_secs() % DAY))
}

/// All contracts, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Contracts(Vec<Contract>);

impl Contracts {
    pub(crate) fn add(&mut self, contract: Contract) {
        self.0.push(contract);
    }

    /// The contract with this number.
    pub(crate) fn find_mut(&mut self, code: &SubscriptionContractId) -> Option<&mut Contract> {
        self.0.iter_mut().find(|contract| contract.code == *code)
    }

    /// The contract of a person that is in force.
    pub(crate) fn signed_mut(
        &mut self,
        user: &PeerId,
        product: &ProductId,
    ) -> Option<&mut Contract> {
        self.0.iter_mut().find(|contract| {
            contract.is_signed() && contract.user == *user && contract.product == *product
        })
    }
}
