//! What constants feed by the documentation of their prefixes.

use std::collections::HashMap;
use std::iter::once;

use super::Place;
use super::evidence::{Evidence, Finding};
use super::places::{Places, common};
use super::prefixes::{beginnings, is_measure};
use crate::resolve::Index;

/// Prefixes, or single constants that are otherwise than their prefix, and a field or parameter that
/// the documentation says they are for.
///
/// The type is the metadata's. A row without a place, or of which the metadata has none, says that
/// nothing is known, whatever a shorter prefix says: `WM_SF_*` are no messages.
const ROWS: [&str; 141] = [
    "ASC_REQ_ AcceptSecurityContext.fContextReq",
    "ASC_RET_ AcceptSecurityContext.pfContextAttr",
    "BCM_ SendMessageW.Msg",
    "BS_ CreateWindowExW.dwStyle",
    "CAL_ GetCalendarInfoW.CalType",
    "CBS_ CreateWindowExW.dwStyle",
    "CERT_FIND_ CertFindCertificateInStore.dwFindType",
    "CERT_NAME_ CertGetNameStringW.dwType",
    "CERT_STORE_ CertOpenStore.dwFlags",
    "CERT_STORE_ADD_ CertAddCertificateContextToStore.dwAddDisposition",
    "CERT_STORE_PROV_ CertRegisterSystemStore.dwFlags",
    "CERT_SYSTEM_STORE_ CertOpenStore.dwFlags",
    "CERT_TRUST_ CERT_TRUST_STATUS.dwErrorStatus",
    "CMSG_ CryptMsgGetParam.dwParamType",
    "CM_DRP_ CM_Get_DevNode_Registry_PropertyW.ulProperty",
    "CM_GETIDLIST_ CM_Get_Device_ID_ListW.ulFlags",
    "CM_PROB_ CM_Get_DevNode_Status.pulProblemNumber",
    "CP_ACP MultiByteToWideChar.CodePage",
    "CP_MACCP MultiByteToWideChar.CodePage",
    "CP_OEMCP MultiByteToWideChar.CodePage",
    "CP_SYMBOL MultiByteToWideChar.CodePage",
    "CP_THREAD_ACP MultiByteToWideChar.CodePage",
    "CP_UTF7 MultiByteToWideChar.CodePage",
    "CP_UTF8 MultiByteToWideChar.CodePage",
    "CREATE_WAITABLE_TIMER_ CreateWaitableTimerExW.dwFlags",
    "D3D10_SHADER_ D3D10CompileShader.Flags",
    "D3DCOMPILE_ D3DCompile.Flags1",
    "DIRID_ SetupSetDirectoryIdW.Id",
    "DLL_PROCESS_ PIMAGE_TLS_CALLBACK.Reason",
    "DLL_THREAD_ PIMAGE_TLS_CALLBACK.Reason",
    "DTM_ SendMessageW.Msg",
    "ERROR_ SetLastError.dwErrCode",
    "ES_ CreateWindowExW.dwStyle",
    "EVENT_OBJECT_ SetWinEventHook.eventMin",
    "EVENT_SYSTEM_ SetWinEventHook.eventMin",
    "FILE_DEVICE_ STORAGE_DEVICE_NUMBER.DeviceType",
    "FILE_PIPE_ FILE_PIPE_INFORMATION.ReadMode",
    "FILE_RENAME_FLAG_ FILE_RENAME_INFO.Flags",
    "FILE_SUPPORTS_ GetVolumeInformationW.lpFileSystemFlags",
    "FIOASYNC ioctlsocket.cmd",
    "FIONBIO ioctlsocket.cmd",
    "FIONREAD ioctlsocket.cmd",
    "FSCTL_ DeviceIoControl.dwIoControlCode",
    "GL_ glEnable.cap",
    "GL_FALSE glColorMask.red",
    "GL_TRUE glColorMask.red",
    "HDM_ SendMessageW.Msg",
    "HDS_ CreateWindowExW.dwStyle",
    "HTTP_QUERY_ HttpQueryInfoW.dwInfoLevel",
    "IF_TYPE_ MIB_IFROW.dwType",
    "INTERNET_FLAG_ InternetOpenUrlW.dwFlags",
    "INTERNET_OPTION_ InternetSetOptionW.dwOption",
    "INTERNET_STATUS_ INTERNET_STATUS_CALLBACK.dwInternetStatus",
    "IOCTL_ DeviceIoControl.dwIoControlCode",
    "IO_REPARSE_TAG_ REPARSE_GUID_DATA_BUFFER.ReparseTag",
    "ISC_REQ_ InitializeSecurityContextW.fContextReq",
    "ISC_RET_ InitializeSecurityContextW.pfContextAttr",
    "JOB_STATUS_ JOB_INFO_1W.Status",
    "KP_ CryptGetKeyParam.dwParam",
    "LBS_ CreateWindowExW.dwStyle",
    "LOCALE_ GetLocaleInfoW.LCType",
    "LUP_ WSALookupServiceBeginW.dwControlFlags",
    "LVM_ SendMessageW.Msg",
    "LVS_ CreateWindowExW.dwStyle",
    "MCIWNDM_ SendMessageW.Msg",
    "MCM_ SendMessageW.Msg",
    "NETLOGON_CONTROL_ I_NetLogonControl2.FunctionCode",
    "PBM_ SendMessageW.Msg",
    "PIDDSI_ PROPSPEC.propid",
    "PIDSI_ PROPSPEC.propid",
    "PP_ CryptGetProvParam.dwParam",
    "PRINTER_ATTRIBUTE_ PRINTER_INFO_2W.Attributes",
    "PRINTER_CHANGE_ FindFirstPrinterChangeNotification.fdwFilter",
    "PRINTER_ENUM_ EnumPrintersW.Flags",
    "PRINTER_STATUS_ PRINTER_INFO_2W.Status",
    "PROV_ CryptAcquireContextW.dwProvType",
    "RB_ SendMessageW.Msg",
    "ROLE_SYSTEM_ GetRoleTextW.lRole",
    "SCARD_ATTR_ SCardGetAttrib.dwAttrId",
    "SCARD_PROTOCOL_ SCardConnectW.dwPreferredProtocols",
    "SCH_CRED_ SCHANNEL_CRED.dwFlags",
    "SECBUFFER_ SecBuffer.BufferType",
    "SECPKG_ATTR_ QueryContextAttributesW.ulAttribute",
    "SECPKG_CRED_ATTR_ QueryCredentialsAttributesW.ulAttribute",
    "SECPKG_FLAG_ SecPkgInfoW.fCapabilities",
    "SERVICE_ACCEPT_ SERVICE_STATUS.dwControlsAccepted",
    "SERVICE_CONTROL_ ControlService.dwControl",
    "SERVICE_STOP_REASON_ SERVICE_CONTROL_STATUS_REASON_PARAMSW.dwReason",
    "SE_GROUP_ SID_AND_ATTRIBUTES.Attributes",
    "SIOCATMARK ioctlsocket.cmd",
    "SIOCGHIWAT ioctlsocket.cmd",
    "SIOCGLOWAT ioctlsocket.cmd",
    "SIOCSHIWAT ioctlsocket.cmd",
    "SIOCSLOWAT ioctlsocket.cmd",
    "SIO_ WSAIoctl.dwIoControlCode",
    "SPFILENOTIFY_ SetupDefaultQueueCallbackW.Notification",
    "SP_PROT_ SCHANNEL_CRED.grbitEnabledProtocols",
    "SS_ CreateWindowExW.dwStyle",
    "STATE_SYSTEM_ GetStateTextW.lStateBit",
    "SV_TYPE_ NetServerEnum.servertype",
    "TBM_ SendMessageW.Msg",
    "TBSTYLE_ CreateWindowExW.dwStyle",
    "TCM_ SendMessageW.Msg",
    "TCS_ CreateWindowExW.dwStyle",
    "TLS1_ALERT_ SCHANNEL_ALERT_TOKEN.dwAlertNumber",
    "TRANSACTION_NOTIFY_ TRANSACTION_NOTIFICATION.TransactionNotification",
    "TTM_ SendMessageW.Msg",
    "TTS_ CreateWindowExW.dwStyle",
    "TVM_ SendMessageW.Msg",
    "TVS_ CreateWindowExW.dwStyle",
    "TXTLOG_ SetupWriteTextLog.Category",
    "UDM_ SendMessageW.Msg",
    "VP_TV_ VIDEOPARAMETERS.dwTVStandard",
    "WC_COMPOSITECHECK WideCharToMultiByte.dwFlags",
    "WC_DEFAULTCHAR WideCharToMultiByte.dwFlags",
    "WC_DISCARDNS WideCharToMultiByte.dwFlags",
    "WC_ERR_INVALID_CHARS WideCharToMultiByte.dwFlags",
    "WC_NO_BEST_FIT_CHARS WideCharToMultiByte.dwFlags",
    "WC_SEPCHARS WideCharToMultiByte.dwFlags",
    "WINHTTP_CALLBACK_FLAG_ WinHttpSetStatusCallback.dwNotificationFlags",
    "WINHTTP_CALLBACK_STATUS_ WINHTTP_STATUS_CALLBACK.dwInternetStatus",
    "WINHTTP_FLAG_ WinHttpOpenRequest.dwFlags",
    "WINHTTP_OPTION_ WinHttpSetOption.dwOption",
    "WINHTTP_QUERY_ WinHttpQueryHeaders.dwInfoLevel",
    "WLAN_REASON_CODE_ WlanReasonCodeToString.dwReasonCode",
    "WM_ SendMessageW.Msg",
    "WM_BACKUP_",
    "WM_CL_",
    "WM_CODEC_",
    "WM_CT_",
    "WM_DM_",
    "WM_MAX_",
    "WM_PLAYBACK_",
    "WM_RESTORE_",
    "WM_SFEX_",
    "WM_SF_",
    "WM_START_",
    "WM_SampleExtension_",
    "WNODE_FLAG_ WNODE_HEADER.Flags",
    "WSA_FLAG_ WSASocketW.dwFlags",
    "WSA_WAIT_ WSAWaitForMultipleEvents.->",
];

/// Those of the prefixes whose places a model has.
pub(super) struct Told(HashMap<&'static str, Option<Finding>>);

impl Told {
    /// Looks up every place.
    pub(super) fn of(index: &Index, places: &Places<'_>) -> Self {
        let rows = rows().map(|(prefix, place)| {
            let finding = place.and_then(|(item, element)| {
                let place = Place {
                    item: item.to_owned(),
                    element: element.to_owned(),
                };
                let (ty, integers) = common(index, &places.types(&place))?;
                Some(Finding {
                    by: Evidence::Told,
                    integers,
                    ty,
                    why: format!("{item}.{element}"),
                })
            });
            (prefix, finding)
        });
        Self(rows.collect())
    }

    /// What is found of a constant: what it feeds itself, or its longest prefix.
    pub(super) fn find(&self, name: &str) -> Option<Finding> {
        let prefixes = beginnings(name).filter(|_| !is_measure(name));
        let mut prefixes = once(name).chain(prefixes);
        prefixes.find_map(|prefix| self.0.get(prefix))?.clone()
    }
}

/// The rows: a prefix, and the item and element that it is for.
fn rows() -> impl Iterator<Item = (&'static str, Option<(&'static str, &'static str)>)> {
    ROWS.iter().map(|row| match row.split_once(' ') {
        Some((prefix, place)) => (prefix, place.split_once('.')),
        None => (*row, None),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Place, Places, ROWS, rows};
    use crate::model::ItemKind;
    use crate::source::Sources;
    use crate::winmd::{Metadata, Winmd};

    #[test]
    fn every_row_is_of_constants_and_of_a_place_that_the_metadata_has() {
        let metadata = Metadata::open(&Winmd::system(), &mut Sources::default());
        let model = metadata.and_then(|metadata| metadata.all());
        let model = model.expect("the metadata is whole");
        let constants = model.items.iter();
        let constants = constants.filter(|item| matches!(item.kind, ItemKind::Constant(_)));
        let constants: BTreeSet<&str> = constants.map(|item| &*item.name.text).collect();
        let places = Places::of(&model);
        assert!(ROWS.is_sorted());
        for (prefix, place) in rows() {
            let first = constants.range(prefix..).next();
            assert!(
                first.is_some_and(|name| name.starts_with(prefix)),
                "{prefix}"
            );
            let Some((item, element)) = place else {
                continue;
            };
            let place = Place {
                item: item.to_owned(),
                element: element.to_owned(),
            };
            assert!(!places.types(&place).is_empty(), "{item}.{element}");
        }
    }
}
