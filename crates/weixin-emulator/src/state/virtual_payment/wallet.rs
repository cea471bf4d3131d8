//! The coins (代币) of people.

use std::collections::HashMap;

use weixin_mini::virtual_payment::{PaymentEnv, VirtualOrderId};
use weixin_protocol::PeerId;

/// The coins of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Wallet {
    /// The coins that were bought and are left.
    pub(crate) bought: u64,
    /// The coins that were given and are left.
    pub(crate) given: u64,
    /// The coins that were ever bought.
    pub(crate) ever_bought: u64,
    /// The coins that were ever given.
    pub(crate) ever_given: u64,
    /// The coins that were ever spent, less those that were returned.
    pub(crate) spent: u64,
}

impl Wallet {
    pub(crate) fn total(&self) -> u64 {
        self.bought + self.given
    }
}

/// Why coins cannot be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CoinError {
    /// The number was used before.
    Repeated,
    /// There are too few coins.
    TooFew,
    /// There is no such payment.
    Unknown,
}

/// A payment with coins.
#[derive(Debug)]
struct Payment {
    env: PaymentEnv,
    user: PeerId,
    /// Bought and given coins that can still be returned.
    bought: u64,
    given: u64,
}

/// The coins of all people, by environment.
#[derive(Debug, Default)]
pub(crate) struct Wallets {
    /// How many coins one yuan buys (兑换比例). `None`: the coins are not published.
    pub(crate) per_yuan: Option<u64>,
    wallets: HashMap<(PaymentEnv, PeerId), Wallet>,
    payments: HashMap<VirtualOrderId, Payment>,
    returns: HashMap<VirtualOrderId, ()>,
    gifts: HashMap<VirtualOrderId, ()>,
}

impl Wallets {
    pub(crate) fn wallet(&self, env: PaymentEnv, user: &PeerId) -> Wallet {
        self.wallets.get(&(env, user.clone())).copied().unwrap_or_default()
    }

    fn wallet_mut(&mut self, env: PaymentEnv, user: &PeerId) -> &mut Wallet {
        self.wallets.entry((env, user.clone())).or_default()
    }

    /// Adds coins that a person has bought.
    pub(crate) fn buy(&mut self, env: PaymentEnv, user: &PeerId, coins: u64) {
        let wallet = self.wallet_mut(env, user);
        wallet.bought += coins;
        wallet.ever_bought += coins;
    }

    /// Gives coins.
    pub(crate) fn give(
        &mut self,
        env: PaymentEnv,
        user: &PeerId,
        order: &VirtualOrderId,
        coins: u64,
    ) -> Result<Wallet, CoinError> {
        if self.gifts.insert(order.clone(), ()).is_some() {
            return Err(CoinError::Repeated);
        }
        let wallet = self.wallet_mut(env, user);
        wallet.given += coins;
        wallet.ever_given += coins;
        Ok(*wallet)
    }

    /// Deducts coins. Those that were given are spent first, which the platform does not document.
    /// Returns how many of them there were.
    pub(crate) fn pay(
        &mut self,
        env: PaymentEnv,
        user: &PeerId,
        order: &VirtualOrderId,
        coins: u64,
    ) -> Result<(Wallet, u64), CoinError> {
        if self.payments.contains_key(order) {
            return Err(CoinError::Repeated);
        }
        let wallet = self.wallet_mut(env, user);
        if wallet.total() < coins {
            return Err(CoinError::TooFew);
        }
        let given = wallet.given.min(coins);
        let bought = coins - given;
        wallet.given -= given;
        wallet.bought -= bought;
        wallet.spent += coins;
        let after = *wallet;
        self.payments.insert(order.clone(), Payment { env, user: user.clone(), bought, given });
        Ok((after, given))
    }

    /// Returns coins of a payment; bought ones first. A return with a known number changes nothing.
    pub(crate) fn return_coins(
        &mut self,
        env: PaymentEnv,
        user: &PeerId,
        payment: &VirtualOrderId,
        order: &VirtualOrderId,
        coins: u64,
    ) -> Result<(), CoinError> {
        if self.returns.contains_key(order) {
            return Ok(());
        }
        let paid = self.payments.get_mut(payment);
        let paid = paid.filter(|paid| paid.env == env && paid.user == *user);
        let paid = paid.ok_or(CoinError::Unknown)?;
        if paid.bought + paid.given < coins {
            return Err(CoinError::TooFew);
        }
        let bought = paid.bought.min(coins);
        let given = coins - bought;
        paid.bought -= bought;
        paid.given -= given;
        let wallet = self.wallet_mut(env, user);
        wallet.bought += bought;
        wallet.given += given;
        wallet.spent = wallet.spent.saturating_sub(coins);
        self.returns.insert(order.clone(), ());
        Ok(())
    }
}
