//! Checks a bot's routes when it starts, and reports all problems at once.

use weixin_protocol::Product;

use super::Route;

/// What arguments can be extracted from, for one of the bot's accounts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Capabilities {
    pub(crate) product: Product,
    pub(crate) has_client: bool,
}

/// Problems that keep a bot from starting, for these accounts.
pub(crate) fn check<S: 'static>(
    routes: &[Route<S>],
    fallback: Option<&Route<S>>,
    accounts: &[Capabilities],
) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, route) in routes.iter().enumerate() {
        let mut say = |what: String| {
            problems.push(format!("route {} ({}): {what}", index + 1, route.name));
        };
        if let Some(error) = route.filter.as_ref().and_then(|filter| filter.error()) {
            say(error);
        }
        if let (Some(heard), Some(wanted)) = (route.selector, route.argument_selector)
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
    if let (Some(fallback), Some(earlier)) =
        (fallback, routes.iter().find(|route| route.filter.is_none() && route.selector.is_none()))
    {
        problems.push(format!(
            "the fallback ({}): is never reached: {} hears everything",
            fallback.name, earlier.name
        ));
    }
    for route in routes.iter().chain(fallback) {
        let given = route.filter.as_ref().and_then(|filter| filter.groups());
        match (route.groups, given) {
            (Some(wanted), None) => problems.push(format!(
                "{}: takes `Captures` of {wanted}, which only `matching` gives",
                route.name
            )),
            (Some(wanted), Some(given)) if wanted > given => problems.push(format!(
                "{}: takes `Captures` of {wanted}, and the regular expression has {given} groups",
                route.name
            )),
            _ => {}
        }
        for Capabilities { product, has_client } in accounts {
            if let Some(need) = route.needs.products.iter().find(|need| *need != product) {
                problems.push(format!(
                    "{}: has an argument that only accounts of kind \"{need}\" give, and an \
                     account is of kind \"{product}\". Take `Client` and narrow it in the handler",
                    route.name
                ));
            }
            if route.needs.client && !has_client {
                problems.push(format!(
                    "{}: takes a `Client`, and an account is mounted without one: \
                     `MountedAccount::with_client`",
                    route.name
                ));
            }
        }
    }
    problems
}

/// Handlers that will never be called with these accounts: not a problem, but worth a log line.
pub(crate) fn never_called<'a, S>(
    routes: &'a [Route<S>],
    accounts: &'a [Capabilities],
) -> impl Iterator<Item = &'a str> {
    routes
        .iter()
        .filter(|route| {
            let has_pushes = |served: &Capabilities| route.scope.contains(&served.product);
            !route.scope.is_empty() && !accounts.iter().any(has_pushes)
        })
        .map(|route| route.name.as_str())
}

fn hides<S>(earlier: &Route<S>, later: &Route<S>) -> bool {
    let heard_before = earlier.selector.is_none() || earlier.selector == later.selector;
    match (&earlier.filter, &later.filter) {
        (None, _) => heard_before,
        (Some(earlier), Some(later)) => heard_before && later.is_within(earlier),
        (Some(_), None) => false,
    }
}
