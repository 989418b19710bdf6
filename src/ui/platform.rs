//! What the screens ask of the browser: the time, random bits, the language, files out.

use chrono::Weekday;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    domain::{Day, TimeOfDay},
    exchange::calendar::Zone,
};

/// The moment, as the clock on the wall says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day where the reader is.
    pub today: Day,
    /// The time of day there.
    pub time: TimeOfDay,
    /// Milliseconds since 1970 (UTC).
    pub millis: u64,
}

impl Moment {
    /// Now.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "dates are within range")]
    pub fn now() -> Self {
        let date = js_sys::Date::new_0();
        let (today, time) = local(&date);
        Self { today, time, millis: date.get_time().max(0.0) as u64 }
    }

    /// The day and time of a moment where the reader is.
    #[allow(clippy::cast_precision_loss, reason = "milliseconds stay below 2^53")]
    pub fn local_of(millis: u64) -> (Day, TimeOfDay) {
        local(&js_sys::Date::new(&JsValue::from_f64(millis as f64)))
    }
}

fn local(date: &js_sys::Date) -> (Day, TimeOfDay) {
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    let day = Day::from_ymd_opt(year, date.get_month() + 1, date.get_date());
    let time = TimeOfDay::from_hms_opt(date.get_hours(), date.get_minutes(), 0);
    (day.unwrap_or_default(), time.unwrap_or_default())
}

/// The moment as RFC 3339 in UTC.
pub fn utc_text() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Random bits that nobody can guess.
pub fn random_bits() -> u128 {
    let mut bytes = [0u8; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Every browser that runs wasm has `crypto`; ids only need to differ, not to be secret.
        for byte in &mut bytes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
    u128::from_le_bytes(bytes)
}

/// The first day of the week in the reader's language and region; Monday where the browser cannot say.
pub fn week_start() -> Weekday {
    let read = || -> Option<f64> {
        let language = web_sys::window()?.navigator().language()?;
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let locale: Function = Reflect::get(&intl, &"Locale".into()).ok()?.dyn_into().ok()?;
        let locale = Reflect::construct(&locale, &Array::of1(&language.into())).ok()?;
        let info = match Reflect::get(&locale, &"getWeekInfo".into()).ok()?.dyn_into::<Function>() {
            Ok(get) => get.call0(&locale).ok()?,
            Err(_) => Reflect::get(&locale, &"weekInfo".into()).ok()?,
        };
        Reflect::get(&info, &"firstDay".into()).ok()?.as_f64()
    };
    match read() {
        Some(7.0) => Weekday::Sun,
        Some(6.0) => Weekday::Sat,
        _ => Weekday::Mon,
    }
}

/// Whether this is Safari, which forgets what a site stored after seven days without a visit.
pub fn is_safari() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    agent.contains("Safari/") && !agent.contains("Chrom") && !agent.contains("Android")
}

/// Whether the browser trusts how this page came: only then are there locks and working offline.
pub fn is_secure() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// Whether the app runs in a window of its own.
pub fn is_installed() -> bool {
    let query = || -> Option<bool> {
        let window = web_sys::window()?;
        let ask: Function = Reflect::get(&window, &"matchMedia".into()).ok()?.dyn_into().ok()?;
        let answer = ask.call1(&window, &"(display-mode: standalone)".into()).ok()?;
        Reflect::get(&answer, &"matches".into()).ok()?.as_bool()
    };
    query().unwrap_or(false)
}

/// How the clocks go here, from today on for some years; UTC where the browser cannot say.
pub fn zone(from: Day) -> Zone {
    /// How many days are looked at: three years.
    const AHEAD: i64 = 3 * 366;
    let name = || -> Option<String> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let format: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
        let format = format.call0(&intl).ok()?;
        let resolve: Function = Reflect::get(&format, &"resolvedOptions".into()).ok()?.dyn_into().ok()?;
        Reflect::get(&resolve.call0(&format).ok()?, &"timeZone".into()).ok()?.as_string()
    };
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "minutes stay below 2^53")]
    let offset =
        |minute: i64| -js_sys::Date::new(&JsValue::from_f64(minute as f64 * 60_000.0)).get_timezone_offset() as i32;
    let start = from.and_time(TimeOfDay::default()).and_utc().timestamp() / 60;
    let mut zone =
        Zone { name: name().unwrap_or_else(|| "UTC".to_owned()), offset: offset(start), changes: Vec::new() };
    let mut before = zone.offset;
    for day in 0..AHEAD {
        let (mut early, mut late) = (start + day * 1440, start + (day + 1) * 1440);
        if offset(late) == before {
            continue;
        }
        while late - early > 1 {
            let middle = early.midpoint(late);
            if offset(middle) == before { early = middle } else { late = middle }
        }
        before = offset(late);
        zone.changes.push((late, before));
    }
    zone
}

/// The folder in which this page lies, `/` at the end.
pub fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    match path.rfind('/') {
        Some(at) => path.get(..=at).unwrap_or("/").to_owned(),
        None => "/".to_owned(),
    }
}

/// What the browser keeps for this tab alone, as long as it is open.
pub fn tab_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// The address that opens a new e-mail with this in it. Lines of e-mail end in two characters (RFC 6068).
pub fn mail_to(address: &str, subject: &str, body: &str) -> String {
    let of = |text: &str| String::from(js_sys::encode_uri_component(text));
    format!("mailto:{}?subject={}&body={}", of(address), of(subject), of(&body.replace('\n', "\r\n")))
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Says what the page waits for before it stands.
pub fn say_while_opening(text: &str) {
    let page = web_sys::window().and_then(|window| window.document());
    if let Some(line) = page.and_then(|page| page.get_element_by_id("boot-text")) {
        line.set_text_content(Some(text));
    }
}

/// Puts a text where one pastes from; none if the browser does not let the page.
pub async fn copy(text: &str) -> Option<()> {
    let window = web_sys::window()?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    let written: js_sys::Promise = write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()?;
    wasm_bindgen_futures::JsFuture::from(written).await.ok().map(|_| ())
}

/// Lets nobody type or press anything on this page any more.
pub fn make_inert() {
    if let Some(body) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body()) {
        let _ = body.set_attribute("inert", "");
    }
}

/// The kind of a file of ours, told by its name.
fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html",
        Some("md") => "text/markdown",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// Offers a text as a file of the kind that its name says.
///
/// # Errors
/// What the browser says.
pub fn save_file(name: &str, text: &str) -> Result<(), JsValue> {
    save_file_as(name, text, kind_of(name))
}

/// Offers a text of this kind as a file.
///
/// # Errors
/// What the browser says.
pub fn save_file_as(name: &str, text: &str, of: &str) -> Result<(), JsValue> {
    save(name, &text.into(), of)
}

/// Offers bytes as a file.
///
/// # Errors
/// What the browser says.
pub fn save_bytes(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    save(name, &Uint8Array::from(bytes).into(), "application/octet-stream")
}

fn save(name: &str, content: &JsValue, of: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(of);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&Array::of1(content), &kind)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the address after this call returns; a minute is more than it needs.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// What a share sheet would be given, in the first of those kinds that it takes.
fn to_hand_on(name: &str, text: &str) -> Option<(web_sys::Navigator, JsValue)> {
    let navigator = web_sys::window()?.navigator();
    let can: Function = Reflect::get(&navigator, &"canShare".into()).ok()?.dyn_into().ok()?;
    // Some sheets take none of our kinds, and all of them take text.
    [("", kind_of(name)), (".txt", "text/plain")].iter().find_map(|(ending, kind)| {
        let options = web_sys::FilePropertyBag::new();
        options.set_type(kind);
        let name = format!("{name}{ending}");
        let file = web_sys::File::new_with_str_sequence_and_options(&Array::of1(&text.into()), &name, &options).ok()?;
        let given = js_sys::Object::new();
        Reflect::set(&given, &"files".into(), &Array::of1(&file)).ok()?;
        let takes = can.call1(&navigator, &given).ok()?.as_bool()?;
        takes.then(|| (navigator.clone(), given.into()))
    })
}

/// Whether this device has a share sheet that takes our files.
pub fn can_hand_on() -> bool {
    to_hand_on("mentorbook.json", "{}").is_some()
}

/// Gives a text as a file to the share sheet; none if it was not handed on.
pub async fn hand_on(name: &str, text: &str) -> Option<()> {
    let (navigator, given) = to_hand_on(name, text)?;
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let shared: js_sys::Promise = share.call1(&navigator, &given).ok()?.dyn_into().ok()?;
    wasm_bindgen_futures::JsFuture::from(shared).await.ok().map(|_| ())
}

/// Calls a function on `window` that the page's own scripts put there.
pub fn call_page(name: &str, argument: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(function) = Reflect::get(&window, &name.into())
        && let Ok(function) = function.dyn_into::<Function>()
    {
        let argument = argument.map_or(JsValue::UNDEFINED, JsValue::from_str);
        let _ = function.call1(&window, &argument);
    }
}
