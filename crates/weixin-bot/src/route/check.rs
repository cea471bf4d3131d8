//! What is wrong with a bot's routes, found when it starts and reported all at once.

use weixin_protocol::Product;

use super::Route;

/// Problems that keep a bot from starting, for accounts of these products.
pub(crate) fn check<S: 'static>(
    routes: &[Route<S>],
    fallback: Option<&Route<S>>,
    products: &[Product],
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
        for product in products {
            if let Some(need) = route.needs.iter().find(|need| *need != product) {
                problems.push(format!(
                    "{}: has an argument that only accounts of kind \"{need}\" give, and an \
                     account is of kind \"{product}\". Take `Client` and narrow it in the handler",
                    route.name
                ));
            }
        }
    }
    problems
}

/// Handlers that will never be called with these accounts: no mistake, but worth a line.
pub(crate) fn never_called<'a, S>(
    routes: &'a [Route<S>],
    products: &'a [Product],
) -> impl Iterator<Item = &'a str> {
    routes
        .iter()
        .filter(|route| {
            !route.scope.is_empty() && !route.scope.iter().any(|one| products.contains(one))
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
