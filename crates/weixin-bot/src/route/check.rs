//! Checks a bot's routes when it starts, and reports all problems at once.

use weixin_api::AccountId;

use super::{Route, Router};

/// What arguments can be extracted from, for one of the bot's accounts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Capabilities<'a> {
    pub(crate) account: &'a AccountId,
    pub(crate) has_client: bool,
}

/// Problems that keep a bot from starting, whatever its accounts are.
pub(crate) fn check(router: &Router) -> Vec<String> {
    let Router { routes, fallback, .. } = router;
    let mut problems = Vec::new();
    for (index, route) in routes.iter().enumerate() {
        let mut say = |what: String| {
            problems.push(format!("route {} ({}): {what}", index + 1, route.name));
        };
        route.filter.errors().into_iter().for_each(&mut say);
        if let (Some(heard), Some(wanted)) = (route.filter.selector(), route.argument_selector)
            && heard != wanted
        {
            say(format!("the filter hears \"{heard}\" and the handler's argument is \"{wanted}\""));
        }
        if let Some(position) = routes[..index].iter().position(|earlier| hides(earlier, route)) {
            say(format!(
                "is never reached: route {} ({}) hears everything it would. Put it first",
                position + 1,
                routes[position].name
            ));
        }
    }
    for observer in &router.observers {
        let errors = observer.filter.errors().into_iter();
        problems.extend(errors.map(|error| format!("observer {}: {error}", observer.name)));
    }
    if let Some(fallback) = fallback
        && let Some(earlier) = routes.iter().find(|route| route.hears_everything())
    {
        problems.push(format!(
            "the fallback ({}): is never reached: {} hears everything",
            fallback.name, earlier.name
        ));
    }
    for route in router.all() {
        match (route.groups, route.filter.groups()) {
            (Some(wanted), None) => problems.push(format!(
                "{}: takes `Captures` of {wanted}, itself or in a middleware, which only `matching` gives",
                route.name
            )),
            (Some(wanted), Some(given)) if wanted > given => problems.push(format!(
                "{}: takes `Captures` of {wanted}, and the regular expression has {given} groups",
                route.name
            )),
            _ => {}
        }
    }
    problems
}

/// Adds what handlers take that this account cannot give.
pub(crate) fn check_account(
    router: &Router,
    Capabilities { account, has_client }: Capabilities<'_>,
    problems: &mut Vec<String>,
) {
    let product = account.product();
    let mut say = |problem: String| {
        // Several accounts may have the same.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    };
    for route in router.all().filter(|route| route.may_hear(account)) {
        if let Some(need) = route.needs.products.iter().find(|need| **need != product) {
            say(format!(
                "{}: has an argument that only accounts of kind \"{need}\" give, and an account is of \
                 kind \"{product}\". Take `Client` and narrow it in the handler, or put the handler in \
                 `filter::account_kind`",
                route.name
            ));
        }
        if route.needs.client && !has_client {
            say(format!(
                "{}: takes a `Client`, and an account is mounted without one: \
                 `MountedAccount::with_client`",
                route.name
            ));
        }
    }
}

/// Handlers that will never be called with these accounts: not a problem, but worth a log line.
pub(crate) fn never_called<'a>(
    router: &'a Router,
    accounts: &'a [Capabilities<'_>],
) -> impl Iterator<Item = &'a str> {
    router
        .all()
        .filter(|route| !accounts.iter().any(|served| route.may_hear(served.account)))
        .map(|route| route.name.as_str())
}

fn hides<S>(earlier: &Route<S>, later: &Route<S>) -> bool {
    let heard_before = earlier.selector.is_none() || earlier.selector == later.selector;
    heard_before && !earlier.settings.also && later.filter.is_within(&earlier.filter)
}
