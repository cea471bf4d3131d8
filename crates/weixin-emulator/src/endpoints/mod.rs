//! The implemented operations of the platform's API.

mod call;
mod content_security;
mod error;
mod host;
mod login;
mod mass;
mod material;
pub(crate) mod media;
mod menu;
mod message;
mod network;
mod oauth;
mod program;
mod qrcode;
mod quota;
mod redact;
mod rid;
mod security;
mod subscription;
mod tag;
mod template;
mod template_values;
mod ticket;
mod token;
mod user;
mod virtual_payment;
mod work;

pub(crate) use call::{ApiCall, CompletedCall, answer, unknown_host};
pub(crate) use error::ApiError;
pub(crate) use host::{CallTarget, Host};
use weixin_api::{
    Endpoint, EndpointInfo, ErrCode, Timestamp,
    wire::{self, ApiResponse, DecodeError, IncomingRequest},
};
use weixin_protocol::{AppId, Header, Inbound, InboundMessage, PeerId};

use crate::{
    push::Push,
    state::{AccountState, PlatformState},
    timeline::EntryId,
};

/// The context of a call that is being handled.
pub(crate) struct RequestContext<'s> {
    pub(crate) state: &'s mut PlatformState,
    /// The calling account: the owner of the access token. Operations without a token set it
    /// themselves.
    pub(crate) account: Option<AppId>,
    /// Whether the token was obtained with the contacts secret of WeCom.
    pub(crate) has_contacts_token: bool,
    /// The call's entry in the timeline.
    pub(crate) call: EntryId,
    /// The pushes to be sent to the account's bot after the response.
    pub(crate) pushes: Vec<Push>,
}

impl RequestContext<'_> {
    pub(crate) fn now(&self) -> Timestamp {
        self.state.now()
    }

    /// The calling account.
    ///
    /// # Errors
    /// If there is none. That cannot happen for operations that require a token.
    pub(crate) fn account(&self) -> Result<&AccountState, ApiError> {
        let account = self.account.as_ref().and_then(|id| self.state.account(id));
        account.ok_or_else(|| ApiError::new(ErrCode::BAD_CREDENTIAL))
    }

    /// The calling account, for changing it.
    ///
    /// # Errors
    /// As [`account`](Self::account).
    pub(crate) fn account_mut(&mut self) -> Result<&mut AccountState, ApiError> {
        let account = self.account.as_ref().and_then(|id| self.state.account_mut(id));
        account.ok_or_else(|| ApiError::new(ErrCode::BAD_CREDENTIAL))
    }

    /// Schedules a push to the calling account's bot, to be sent after the response.
    ///
    /// # Errors
    /// As [`account`](Self::account).
    pub(crate) fn push_later<M: InboundMessage>(
        &mut self,
        person: impl Into<PeerId>,
        message: impl FnOnce(Header) -> M,
        [text, text_zh]: [&str; 2],
    ) -> Result<(), ApiError> {
        let account = self.account()?;
        let person = person.into();
        let header = account.header(&person, self.now());
        let inbound = Inbound::of(&header, &message(header.clone()), account.settings.format);
        let push = Push {
            account: account.id.clone(),
            person,
            inbound,
            text: text.to_owned(),
            text_zh: Some(text_zh.to_owned()),
        };
        self.pushes.push(push);
        Ok(())
    }
}

/// An endpoint and its handler.
pub(crate) struct Operation {
    pub(crate) info: &'static EndpointInfo,
    handle: Box<Handler>,
}

type Handler = dyn Fn(&mut RequestContext<'_>, IncomingRequest<'_>) -> Result<ApiResponse, HandlerError>
    + Send
    + Sync;

/// Why a handler returned no reply.
pub(crate) enum HandlerError {
    /// The request could not be decoded.
    Decode(DecodeError),
    /// The operation failed with an error code.
    Api(ApiError),
}

impl From<ApiError> for HandlerError {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl Operation {
    /// Runs the handler.
    pub(crate) fn handle(
        &self,
        ctx: &mut RequestContext<'_>,
        call: IncomingRequest<'_>,
    ) -> Result<ApiResponse, HandlerError> {
        (self.handle)(ctx, call)
    }
}

/// Creates an operation from a typed handler.
fn endpoint<E: Endpoint>(
    act: impl Fn(&mut RequestContext<'_>, E) -> Result<E::Reply, ApiError> + Send + Sync + 'static,
) -> Operation {
    let handle = move |ctx: &mut RequestContext<'_>, call: IncomingRequest<'_>| {
        let request = wire::read_call::<E>(call).map_err(HandlerError::Decode)?;
        let reply = act(ctx, request)?;
        wire::write_reply::<E>(&reply).map_err(|error| {
            ApiError::with_message(ErrCode::BUSY, error.message().to_owned()).into()
        })
    };
    Operation { info: E::INFO, handle: Box::new(handle) }
}

/// All implemented operations.
pub(crate) fn all() -> Vec<Operation> {
    vec![
        endpoint(token::stable_token),
        endpoint(token::token),
        endpoint(message::send),
        endpoint(message::typing),
        endpoint(media::upload),
        endpoint(media::get),
        endpoint(menu::create),
        endpoint(menu::get),
        endpoint(menu::delete),
        endpoint(user::info),
        endpoint(user::batch_info),
        endpoint(user::followers),
        endpoint(user::set_remark),
        endpoint(template::set_industry),
        endpoint(template::industry),
        endpoint(template::add),
        endpoint(template::list),
        endpoint(template::delete),
        endpoint(template::send),
        endpoint(mass::preview),
        endpoint(qrcode::create),
        endpoint(qrcode::show),
        endpoint(subscription::categories),
        endpoint(subscription::public),
        endpoint(subscription::keywords),
        endpoint(subscription::add),
        endpoint(subscription::list),
        endpoint(subscription::delete),
        endpoint(subscription::send_message),
        endpoint(subscription::send_notice),
        endpoint(tag::create),
        endpoint(tag::list),
        endpoint(tag::update),
        endpoint(tag::delete),
        endpoint(tag::followers),
        endpoint(tag::add),
        endpoint(tag::remove),
        endpoint(tag::of_user),
        endpoint(material::add),
        endpoint(material::get),
        endpoint(material::delete),
        endpoint(ticket::official),
        endpoint(ticket::corp),
        endpoint(ticket::agent),
        endpoint(quota::get),
        endpoint(quota::clear),
        endpoint(quota::clear_by_secret),
        endpoint(quota::clear_api),
        endpoint(rid::get),
        endpoint(network::callback_addresses),
        endpoint(network::work_callback_addresses),
        endpoint(login::session),
        endpoint(login::check),
        endpoint(login::reset),
        endpoint(content_security::text),
        endpoint(content_security::media),
        endpoint(content_security::image),
        endpoint(program::unlimited),
        endpoint(program::limited),
        endpoint(program::square),
        endpoint(program::phone),
        endpoint(oauth::token),
        endpoint(oauth::refresh),
        endpoint(oauth::visitor),
        endpoint(oauth::check),
        endpoint(work::token),
        endpoint(work::message::send),
        endpoint(work::message::recall),
        endpoint(work::upload),
        endpoint(work::download),
        endpoint(work::create_menu),
        endpoint(work::menu),
        endpoint(work::delete_menu),
        endpoint(work::agent::get),
        endpoint(work::agent::list),
        endpoint(work::agent::set),
        endpoint(work::member::get),
        endpoint(work::member::create),
        endpoint(work::member::update),
        endpoint(work::member::delete),
        endpoint(work::member::delete_all),
        endpoint(work::member::of_department),
        endpoint(work::member::details_of_department),
        endpoint(work::member::ids),
        endpoint(work::member::by_mobile),
        endpoint(work::department::create),
        endpoint(work::department::update),
        endpoint(work::department::delete),
        endpoint(work::department::list),
        endpoint(work::department::ids),
        endpoint(work::department::get),
        endpoint(work::tag::create),
        endpoint(work::tag::update),
        endpoint(work::tag::delete),
        endpoint(work::tag::list),
        endpoint(work::tag::members),
        endpoint(work::tag::add),
        endpoint(work::tag::remove),
        endpoint(work::visitor::get),
        endpoint(work::visitor::get_old),
        endpoint(work::visitor::detail),
    ]
    .into_iter()
    .chain(virtual_payment::all())
    .collect()
}
