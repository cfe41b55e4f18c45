"""What pages say that stand in the way of a posting: captchas, logins, consent, the notice that the job is gone."""

import re

CAPTCHA = re.compile(
    r"just a moment|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you(?:'| a)re (?:a )?(?:human|not a (?:ro)?bot)|verify you are human|are you (?:a )?(?:human|robot)|i'?m not a robot|prove you(?:'| a)re (?:human|not)|unusual (?:traffic|activity)|enable javascript and cookies to continue|attention required|access (?:to this page has been )?denied|pardon our interruption|request unsuccessful|security check|ddos protection|bot detection|press (?:&|and) hold|complete the (?:captcha|security check)|human verification|one more step"
    r"|bestätigen sie, dass sie (?:kein roboter|ein mensch)|kein roboter|vérifie[zr] que vous (?:n'?)?êtes|pas un robot|no (?:eres|soy|sou) un? rob[oô]t?|non sono un robot|ik ben geen robot|nie jestem robotem|jag är inte en robot|я не робот|ロボットではありません|验证您是真人|人机验证",
    re.IGNORECASE,
)
CAPTCHA_MARK = re.compile(
    r"challenge-platform|cf-challenge|cf_chl_|cf-turnstile|px-captcha|_pxAppId|captcha-delivery\.com|datadome|_Incapsula_Resource|distil_r_|hcaptcha\.com/1|recaptcha/api|awswaf|ak-challenge|sec-if-cpt-container",
    re.IGNORECASE,
)
LOGIN = re.compile(
    r"^(?:(?:please )?(?:sign|log) ?in(?: to (?:continue|view|see|your|access).*)?|login|member login|log in or sign up.*|join (?:or sign in|linkedin).*|sign up|create (?:an|your) account|welcome back|authwall|anmelden|einloggen|bitte (?:melden sie sich an|anmelden).*|se connecter|connexion|connectez-vous.*|identifiez-vous.*|iniciar sesión|inicia sesión.*|accede.*|inicia la sessió.*|entrar|fazer login.*|iniciar sessão|accedi.*|inloggen|log in om.*|zaloguj się.*|logowanie|logga in.*|log ind.*|logg inn.*|kirjaudu.*|přihlášení|přihlásit se.*|bejelentkezés|autentificare|giriş yap.*|войти|вход|увійти|ログイン|登录|登錄|로그인)(?:\s*[|–—-].*)?$",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|authwall|checkpoint|auth|sso|oauth|account/login|uas/login|users/sign_in|session/new)(?:[/?.]|$)",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"before you continue|we value your privacy|we (?:and our partners )?(?:use|store) cookies|your privacy (?:choices|is important)|accept (?:all )?cookies|manage (?:your )?(?:consent|cookie)|cookie (?:consent|settings|preferences)|consent to (?:the use|cookies)|bevor sie fortfahren|cookies? akzeptieren|wir verwenden cookies|einwilligung|avant d'accéder|accepter (?:les )?cookies|nous utilisons des cookies|gérer (?:vos )?cookies|antes de continuar|aceptar (?:las )?cookies|utilizamos cookies|prima di continuare|accetta (?:i )?cookie|utilizziamo i cookie|voordat je verdergaat|cookies accepteren|wij gebruiken cookies|zanim przejdziesz|akceptuj|używamy plików cookie|vi använder cookies|vi bruger cookies|vi bruker (?:cookies|informasjonskapsler)|usamos cookies|aceitar cookies",
    re.IGNORECASE,
)
EXPIRED = re.compile(
    r"(?:job|position|posting|vacancy|role|opening|opportunity|requisition|advert\w*|listing|page|offer)\b[^.!?\n]{0,60}\b(?:no longer (?:available|active|open|accepting|exists?|live|being advertised|posted)|has (?:been )?(?:filled|expired|closed|removed|ended|unpublished|archived|been taken down)|is (?:closed|expired|filled|inactive|not (?:available|active|open)(?: anymore| any longer)?|unavailable)|(?:was|were) (?:closed|removed|filled)|does(?:n'?t| not) exist|could not be found|already been filled|not found)"
    r"|no longer (?:accepting applications|available|active)|applications? (?:are|is|have|has)(?: now)?(?: been)? closed|this (?:job|ad) has expired|job expired|vacancy closed|position filled|not accepting applications"
    r"|(?:stelle|stellenanzeige|stellenangebot|position|anzeige|job|ausschreibung)[^.!?\n]{0,60}(?:nicht mehr (?:verfügbar|aktiv|online|vakant|aktuell|ausgeschrieben)|bereits besetzt|ist besetzt|abgelaufen|deaktiviert|existiert nicht|wurde (?:besetzt|geschlossen|entfernt|beendet))"
    r"|(?:offre|annonce|poste)[^.!?\n]{0,60}(?:n['’]est plus (?:disponible|en ligne|active|d'actualité)|n['’]existe plus|(?:est|a été) (?:expirée?|pourvue?|clôturée?|fermée?|archivée?|désactivée?)|a expiré)"
    r"|(?:oferta|vacante|puesto|proceso|empleo|anuncio)[^.!?\n]{0,60}(?:ya no (?:está|se encuentra|existe)|ha (?:caducado|expirado|sido (?:cubierta|cerrada|eliminada)|finalizado)|(?:está|se encuentra) (?:cerrad|caducad|inactiv|desactivad|finalizad)\w*|no (?:está )?disponible)"
    r"|(?:oferta|inscripci)[^.!?\n]{0,60}(?:ja no (?:està|es troba)|ha (?:caducat|finalitzat)|tancad\w+)"
    r"|(?:vaga|oportunidade|processo)[^.!?\n]{0,60}(?:não está mais|já não (?:está|se encontra)|foi (?:encerrada|preenchida|fechada)|encerrad[ao]|expirad?[ao]u?|indisponível)"
    r"|(?:annuncio|offerta|posizione)[^.!?\n]{0,60}(?:non (?:è|e) più (?:disponibile|attiv\w|online|valid\w)|(?:è|e) scadut\w|(?:è )?(?:stat\w )?chius\w|scadut\w|non disponibile)"
    r"|(?:vacature|functie|baan)[^.!?\n]{0,60}(?:niet (?:meer|langer) (?:beschikbaar|actief|online|open)|(?:is )?(?:vervuld|gesloten|verlopen|ingevuld|offline))"
    r"|(?:oferta|ogłoszenie|rekrutacja|stanowisko)[^.!?\n]{0,60}(?:nie jest już|wygasł[ao]|zakończon[ao]|zamknięt[ao]|nieaktualn[ae]|archiwaln[ae]|nieaktywn[ae])"
    r"|(?:tjänsten|annonsen|jobbet|rekryteringen)[^.!?\n]{0,60}(?:är (?:inte längre|tillsatt|avslutad|stängd)|har (?:tagits bort|utgått|stängts)|finns inte)|(?:stillingen|annoncen|annonsen|jobbet)[^.!?\n]{0,60}(?:er (?:ikke længere|ikke lenger|besat|besatt|udløbet|utløpt|lukket)|findes ikke)"
    r"|(?:työpaikka|ilmoitus|haku)[^.!?\n]{0,60}(?:ei ole enää|on (?:päättynyt|sulkeutunut|poistettu))|(?:nabídka|inzerát|pozice|ponuka|pozícia)[^.!?\n]{0,60}(?:již není|už není|nie je|byla (?:ukončena|obsazena)|není (?:aktivní|dostupn)|už nie je|vypršel)|(?:állás|hirdetés|pozíció)[^.!?\n]{0,60}(?:már nem|lejárt|betöltöt|megszűnt)|(?:anunț|post|job)\w*[^.!?\n]{0,60}(?:nu mai este|a expirat|expirat)|ilan[^.!?\n]{0,60}(?:yayında değil|kaldırıl|sona er|pasif)|вакансия[^.!?\n]{0,60}(?:в архиве|закрыта|неактуальна|не найдена|снята)|вакансія[^.!?\n]{0,60}(?:закрита|неактуальна)|募集(?:は)?終了|掲載(?:期間)?(?:が)?終了|职位已(?:关闭|下线|过期)|該職缺已|마감된 공고|채용이 마감",
    re.IGNORECASE,
)
APPLY_PATH = re.compile(
    r"/(?:apply|application|applications/new|job_app|candidature|bewerbung|bewerben|postuler|solliciteren|inscripcion|aplicar|candidatar|apply-now|c/new|applyjob|oneclick-ui)(?:[/?#]|$)|[?&](?:apply=|mode=apply)",
    re.IGNORECASE,
)
NEEDS_SCRIPT = re.compile(r"javascript|enable js|java script", re.IGNORECASE)
LISTING_TITLE = re.compile(
    r"^(?:\d[\d.,\s]*\+?\s.{0,60}\b(?:jobs?|vacancies|positions|openings|stellen\w*|offres?|ofertas?|vacatures|ofert\w*|annunci|vagas|lediga jobb|job)\b.*|(?:our |all |current |open |latest |available |view |join our team|search |find )*(?:open(?:ings?| positions| roles| jobs)|job openings|vacancies|positions|current opportunities|jobs|careers|roles|join (?:us|our team)|we(?:'re| are) hiring)(?: at .{2,40})?"
    r"|(?:unsere |aktuelle |offene |alle )*(?:stellen|stellenangebote|jobs|stellenanzeigen|karriere)|(?:nos |toutes les )?(?:offres d'emploi|offres|postes à pourvoir)|(?:nuestras |todas las )?(?:ofertas(?: de (?:empleo|trabajo))?|vacantes)|(?:onze |alle )?vacatures|(?:nasze )?oferty pracy|lediga (?:jobb|tjänster)|ledige (?:stillinger|jobs?)|posizioni aperte|(?:nossas )?vagas(?: abertas)?|avoimet työpaikat|volné pozice)\W*$",
    re.IGNORECASE,
)
NEWS_PATH = re.compile(
    r"/(?:blog|blogs|news|article|articles|press|magazine|guide|guides|stories|story|career-advice|ratgeber|actualites|noticias|resources|insights|faq|help)(?:/|$)",
    re.IGNORECASE,
)
NEWS_TITLE = re.compile(
    r"^(?:how to|how do|why|what is|what does|when to|the best|top \d+|\d+ (?:ways|tips|reasons|things)|wie man|wie werde|comment (?:devenir|faire)|cómo|como )\b",
    re.IGNORECASE,
)
LISTING_PATH = re.compile(
    r"/(?:careers?|jobs?|openings?|open-positions|positions|vacanc(?:y|ies)|opportunities|join-?us|work-with-us|stellen(?:angebote)?|karriere|offene-stellen|emplois?|offres(?:-d-emploi)?|recrutement|carrieres?|empleos?|trabaja-con-nosotros|vacantes|ofertas|vagas|lavora-con-noi|carriere|vacatures|werken-bij|praca|kariera|oferty|jobb|lediga-jobb|stillinger|tyopaikat|search|results)(?:/(?:index\.\w+)?|\.\w+)?$",
    re.IGNORECASE,
)
