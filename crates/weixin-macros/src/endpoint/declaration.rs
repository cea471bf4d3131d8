//! The arguments of the attribute.

use proc_macro2::Span;
use syn::{
    Error, Ident, LitStr, Result, Token, Type,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

pub(super) const FORMS: &str = "expected `title = \"…\"`, `doc = \"…\"`, `scope(official, mini, work, …)`, \
                     `reply = Type`, `retry = safe` or `unsent`, `auth = …`, `host = \"…\"`, `call = group.method`, `no_errcode` or `secured`";

/// The account kinds: the name in `scope(…)`, and the name of the variant of
/// `weixin_api::AccountKind` and the type in `weixin_api::kind`.
pub(super) const KINDS: [(&str, &str); 7] = [
    ("official", "Official"),
    ("mini", "Mini"),
    ("work", "Work"),
    ("component", "Component"),
    ("suite", "Suite"),
    ("provider", "Provider"),
    ("group_robot", "GroupRobot"),
];

/// The credentials: the name in `auth = …`, and the variant of `weixin_api::Auth`.
pub(super) const AUTHS: [(&str, &str); 8] = [
    ("access_token", "AccessToken"),
    ("none", "None"),
    ("user_token", "UserToken"),
    ("component_token", "ComponentToken"),
    ("suite_token", "SuiteToken"),
    ("provider_token", "ProviderToken"),
    ("webhook_key", "WebhookKey"),
    ("response_url", "ResponseUrl"),
];

/// The Rust name for a name in the attribute, with the span of the latter.
pub(super) fn choose(table: &[(&str, &str)], name: &Ident) -> Result<Ident> {
    let found = table.iter().find(|(known, _)| name == known);
    found.map(|(_, ident)| Ident::new(ident, name.span())).ok_or_else(|| {
        let names: Vec<_> = table.iter().map(|(known, _)| format!("`{known}`")).collect();
        Error::new(name.span(), format!("expected one of {}", names.join(", ")))
    })
}

/// The method that calls the endpoint.
pub(super) enum Shortcut {
    /// `group.method`: the method of the group's handle, which the attribute generates.
    Method { group: Ident, method: Ident },
    /// The call of a handwritten method, for the documentation.
    Written(LitStr),
}

impl Parse for Shortcut {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Written);
        }
        let group = input.parse()?;
        input.parse::<Token![.]>()?;
        Ok(Self::Method { group, method: input.call(Ident::parse_any)? })
    }
}

/// The attribute's arguments.
pub(super) struct Declaration {
    pub(super) method: Ident,
    pub(super) path: LitStr,
    pub(super) title: LitStr,
    pub(super) doc: Option<LitStr>,
    pub(super) host: Option<LitStr>,
    pub(super) scope: Vec<Ident>,
    pub(super) reply: Option<Type>,
    pub(super) retry: Option<Ident>,
    pub(super) auth: Option<Ident>,
    pub(super) no_errcode: bool,
    /// Where `secured` stands, if it does.
    pub(super) secured: Option<Span>,
    pub(super) call: Option<Shortcut>,
}

impl Parse for Declaration {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let start = input.span();
        let method: Ident = input.parse().map_err(|error| {
            let message =
                "expected a method and a path first, as in `POST \"/cgi-bin/…\"`, or `part`";
            Error::new(error.span(), message)
        })?;
        let path: LitStr = input.parse()?;
        if !path.value().starts_with('/') {
            return Err(Error::new(path.span(), "the path must start with `/`, without a host"));
        }
        let (mut title, mut doc, mut host, mut reply) = (None, None, None, None);
        let (mut scope, mut retry, mut auth, mut no_errcode) = (Vec::new(), None, None, false);
        let (mut call, mut secured) = (None, None);
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let key = input.call(Ident::parse_any)?;
            match key.to_string().as_str() {
                "scope" => {
                    let names;
                    syn::parenthesized!(names in input);
                    scope.extend(Punctuated::<Ident, Token![,]>::parse_terminated(&names)?);
                }
                "no_errcode" => no_errcode = true,
                "secured" => secured = Some(key.span()),
                "call" => call = Some(value(input)?),
                "title" => title = Some(value(input)?),
                "doc" => doc = Some(value(input)?),
                "host" => host = Some(value(input)?),
                "reply" => reply = Some(value(input)?),
                "retry" => retry = Some(value(input)?),
                "auth" => auth = Some(value(input)?),
                _ => return Err(Error::new(key.span(), FORMS)),
            }
        }
        if scope.is_empty() {
            return Err(Error::new(start, "say who may call it: `scope(official, mini, work)`"));
        }
        let title = title.ok_or_else(|| {
            Error::new(start, "add the title of the platform's page: `title = \"…\"`")
        })?;
        Ok(Self {
            method,
            path,
            title,
            doc,
            host,
            scope,
            reply,
            retry,
            auth,
            no_errcode,
            secured,
            call,
        })
    }
}

pub(super) fn value<T: Parse>(input: ParseStream<'_>) -> Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

impl Declaration {
    pub(super) fn method(&self) -> Result<Ident> {
        let method = match self.method.to_string().as_str() {
            "GET" => "Get",
            "POST" => "Post",
            "PUT" => "Put",
            "PATCH" => "Patch",
            "DELETE" => "Delete",
            _ => {
                let expected = "expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`";
                return Err(Error::new(self.method.span(), expected));
            }
        };
        Ok(Ident::new(method, self.method.span()))
    }

    pub(super) fn is_get(&self) -> bool {
        self.method == "GET"
    }

    pub(super) fn retry(&self) -> Result<Ident> {
        match &self.retry {
            None if self.is_get() => Ok(Ident::new("Safe", Span::call_site())),
            None => Ok(Ident::new("Unsent", Span::call_site())),
            Some(retry) if retry == "safe" => Ok(Ident::new("Safe", retry.span())),
            Some(retry) if retry == "unsent" => Ok(Ident::new("Unsent", retry.span())),
            Some(retry) => Err(Error::new(retry.span(), "expected `safe` or `unsent`")),
        }
    }

    pub(super) fn auth(&self) -> Result<Ident> {
        match &self.auth {
            None => Ok(Ident::new("AccessToken", Span::call_site())),
            Some(auth) => choose(&AUTHS, auth),
        }
    }

    pub(super) fn has_auth(&self, name: &str) -> bool {
        self.auth.as_ref().is_some_and(|auth| auth == name)
    }

    /// The names of the `{parameters}` in the path.
    pub(super) fn parameters(&self) -> Result<Vec<String>> {
        let path = self.path.value();
        let alone = path.split('?').next().unwrap_or_default();
        let segments = alone.split('/').filter(|segment| segment.contains(['{', '}']));
        segments
            .map(|segment| {
                segment
                    .strip_prefix('{')
                    .and_then(|rest| rest.strip_suffix('}'))
                    .filter(|name| !name.is_empty() && !name.contains(['{', '}']))
                    .map(str::to_owned)
                    .ok_or_else(|| {
                        let message = "a parameter must be a whole segment of the path: `/{name}/`";
                        Error::new(self.path.span(), message)
                    })
            })
            .collect()
    }
}
