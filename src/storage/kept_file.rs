//! A file outside the browser that is kept up to date (File System Access). Chromium has it; where it is
//! missing a backup is saved by hand.

use idb::{DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{
    js_text::{object, said},
    namespace::Namespace,
};

/// Why the file was not written. The file is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// The browser wants to be asked again whether this page may write it.
    NotAllowed,
    /// It is not where it was: moved, renamed or deleted.
    Gone,
    /// Something of the notebook cannot be read, and the file may hold it whole.
    Incomplete,
    /// The browser refused, with what it says.
    Refused(String),
}

impl From<JsValue> for FileProblem {
    fn from(error: JsValue) -> Self {
        let said = said(&error);
        match said.split(':').next() {
            Some("NotFoundError") => Self::Gone,
            Some("NotAllowedError" | "SecurityError") => Self::NotAllowed,
            _ => Self::Refused(said),
        }
    }
}

/// The file that somebody chose.
#[derive(Debug, Clone)]
pub struct KeptFile {
    handle: JsValue,
}

/// The picker of the browser, if it has one.
fn picker() -> Option<Function> {
    Reflect::get(&web_sys::window()?.into(), &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

/// Calls a method that gives a promise, and waits for it.
async fn call(on: &JsValue, method: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &method.into())?.dyn_into()?;
    let promise = match argument {
        Some(argument) => function.call1(on, argument)?,
        None => function.call0(on)?,
    };
    JsFuture::from(Promise::resolve(&promise)).await
}

impl KeptFile {
    /// Whether this browser can keep a file up to date.
    #[must_use]
    pub fn is_possible() -> bool {
        picker().is_some()
    }

    /// Lets the person choose a file; none if they chose none.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn choose(suggested: &str) -> Result<Option<Self>, FileProblem> {
        let Some(picker) = picker() else { return Ok(None) };
        let accept = object(&[("application/json", Array::of1(&".json".into()).into())])?;
        let kind = object(&[("description", "JSON".into()), ("accept", accept)])?;
        let options = object(&[("suggestedName", suggested.into()), ("types", Array::of1(&kind).into())])?;
        let window: JsValue = web_sys::window().map(Into::into).unwrap_or_default();
        let chosen = picker.call1(&window, &options)?;
        match JsFuture::from(Promise::resolve(&chosen)).await {
            Ok(handle) => Ok(Some(Self { handle })),
            Err(error) if said(&error).starts_with("AbortError") => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What the file is called.
    #[must_use]
    pub fn name(&self) -> String {
        Reflect::get(&self.handle, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether the page may write it; with `ask`, the person is asked, which needs a click just before.
    pub async fn is_allowed(&self, ask: bool) -> bool {
        let method = if ask { "requestPermission" } else { "queryPermission" };
        let Ok(mode) = object(&[("mode", "readwrite".into())]) else { return false };
        let answer = call(&self.handle, method, Some(&mode)).await;
        answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
    }

    /// Writes a text over what is in it, whole or not at all.
    ///
    /// # Errors
    /// See [`FileProblem`].
    pub async fn write(&self, text: &str) -> Result<(), FileProblem> {
        if !self.is_allowed(false).await {
            return Err(FileProblem::NotAllowed);
        }
        // Asking for what is in it tells whether it is still there; opening it for writing would make it anew.
        call(&self.handle, "getFile", None).await?;
        let writable = call(&self.handle, "createWritable", None).await?;
        call(&writable, "write", Some(&text.into())).await?;
        call(&writable, "close", None).await?;
        Ok(())
    }
}

const STORE: &str = "file";
const KEY: &str = "handle";

/// The database in which the browser remembers the file: a handle is no text.
fn database(namespace: &Namespace) -> String {
    format!("{}:file", namespace.name())
}

/// Whether the database is there: opening it would make it.
async fn is_there(namespace: &Namespace) -> bool {
    let names = async {
        let window: JsValue = web_sys::window()?.into();
        let factory = Reflect::get(&window, &"indexedDB".into()).ok()?;
        Some(Array::from(&call(&factory, "databases", None).await.ok()?))
    };
    let wanted = database(namespace);
    let is_it =
        |it: JsValue| Reflect::get(&it, &"name".into()).is_ok_and(|name| name.as_string().as_deref() == Some(&wanted));
    names.await.is_some_and(|names| names.iter().any(is_it))
}

async fn open(namespace: &Namespace) -> Result<idb::Database, idb::Error> {
    let mut request = Factory::new()?.open(&database(namespace), Some(1))?;
    request.on_upgrade_needed(|event| {
        // A failure here fails the opening.
        let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await
}

impl KeptFile {
    /// The file that was chosen on an earlier visit.
    pub async fn remembered(namespace: &Namespace) -> Option<Self> {
        if !Self::is_possible() || !is_there(namespace).await {
            return None;
        }
        let database = open(namespace).await.ok()?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly).ok()?;
        let handle = transaction.object_store(STORE).ok()?.get(JsValue::from_str(KEY)).ok()?.await.ok()?;
        database.close();
        handle.map(|handle| Self { handle })
    }

    /// Remembers the file for later visits.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn remember(&self, namespace: &Namespace) -> Result<(), FileProblem> {
        let refused = |error: idb::Error| FileProblem::Refused(error.to_string());
        let database = open(namespace).await.map_err(refused)?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).map_err(refused)?;
        let store = transaction.object_store(STORE).map_err(refused)?;
        store.put(&self.handle, Some(&KEY.into())).map_err(refused)?.await.map_err(refused)?;
        transaction.await.map_err(refused)?;
        database.close();
        Ok(())
    }

    /// Forgets which file was chosen. The file itself stays.
    pub async fn forget(namespace: &Namespace) {
        // If it cannot be forgotten, it is asked for again and refused in words.
        if let Ok(request) = Factory::new().and_then(|factory| factory.delete(&database(namespace))) {
            let _ = request.await;
        }
    }
}
