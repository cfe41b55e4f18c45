"""What stands around a posting and is not part of it, in several languages."""

import re

BOX_NAME = re.compile(
    r"cookie|consent|onetrust|gdpr|ccpa|privacy|cc-window|usercentrics|didomi|\bmodal\b|popup|pop-up|\bdialog\b|newsletter|subscri|breadcrumb|social|share|sharing|addthis|"
    r"related[-_ ]?(?:jobs|posts|vacanc)|similar|recommend|other[-_]?jobs|more[-_]?jobs|job[-_]?alert|jobalert|footer|navbar|nav-?bar|site-?header|main-?menu|\bmenu\b|nav-?menu|topbar|top-bar|masthead|sidebar-?nav|"
    r"application[-_]?form|apply[-_]?form|job-?application|candidate-?form|captcha|comments?\b|disqus|skip-?link|banner\b|talent-?(?:community|network)|login|sign-?in|signup|testimonial|search-?(?:form|bar|box)|pagination|referral|similar_jobs|jobs-?list\b|related\b|toast|tooltip|back-?to|company-?jobs|print|sr-only|visually-?hidden|screen-?reader",
    re.IGNORECASE,
)
BOX_KEEP = re.compile(
    r"descri|job-?(?:detail|content|body|info|view|post)|posting|vacan|content-?(?:wrapper|main|area)|main|page|article|layout|wrapper|container|section-wrapper|body",
    re.IGNORECASE,
)
ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "alert",
        "menu",
        "menubar",
        "complementary",
    }
)
LINE = re.compile(
    r"^(?:apply(?: (?:now|here|today|online|for (?:this|the) (?:job|position|role)|with \w+|on company (?:site|website)|to this job))?|submit(?: (?:your )?application| resume| cv)?|quick apply|easy apply|i'?m interested|save(?: (?:this )?job)?|share(?: this(?: job| position)?)?|print(?: this)?(?: (?:job|page))?|back(?: to .{0,40})?|go back|report this (?:job|ad).{0,20}"
    r"|view all (?:jobs|openings|positions).{0,20}|see all jobs.{0,20}|sign in.{0,40}|log ?in.{0,30}|register(?: and apply)?|refer a friend|e-?mail(?: to a friend)?|facebook|twitter|x|linkedin|xing|whatsapp|telegram|copy(?: link| url)?|link copied\W*|skip to .{0,30}|show (?:more|less)|read (?:more|less)|see (?:more|less)|load more|expand_less|expand_more|powered by.{0,40}|cookie (?:settings|policy|preferences)|manage cookies|privacy (?:policy|notice|settings)|terms(?: (?:of (?:use|service)|& conditions))?|imprint|all rights reserved\W*|home|jobs|careers|menu|close|next|previous|search|loading\W*|select\W*|upload.{0,30}|attach.{0,20}|required fields?"
    r"|jetzt bewerben.{0,30}|bewerben|online bewerben|zur bewerbung|teilen|drucken|merken|speichern|zurück(?: zu.{0,40})?|impressum|datenschutz(?:erklärung)?|alle jobs.{0,20}|weiterempfehlen|mehr (?:anzeigen|erfahren)|anmelden"
    r"|postuler.{0,30}|je postule|partager.{0,20}|imprimer|sauvegarder|retour.{0,40}|mentions légales|voir (?:plus|toutes les offres.{0,20})|enregistrer|se connecter|candidater.{0,20}"
    r"|inscr[ií]b\w*.{0,30}|inscriu-t'hi|inscribirme.{0,30}|aplicar(?: ahora| a .{0,30})?|solicitar.{0,20}|postular.{0,20}|postúlate|compartir.{0,20}|imprimir|guardar|volver.{0,40}|aviso legal|ver (?:más|todas.{0,40})|mira .{0,40}ofert\w+|iniciar sesión|candidatar-?se.{0,20}|candidate-se.{0,20}|compartilhar|salvar|voltar.{0,30}|candidati.{0,20}|invia candidatura|condividi|stampa|salva|torna .{0,30}"
    r"|solliciteer.{0,30}|solliciteren|delen|opslaan|terug.{0,30}|bekijk alle.{0,20}|aplikuj.{0,20}|udostępnij|drukuj|zapisz|wróć.{0,20}|ansök.{0,20}|dela|skriv ut|tillbaka.{0,20}|ansøg.{0,20}|søk.{0,20}|del|hae paikkaa|jaa|odpovědět.{0,20}|sdílet|jelentkez\w+|aplică.{0,20}|başvur.{0,20}|откликнуться|поделиться|応募する|応募|申请|立即申请|지원하기)\W*$",
    re.IGNORECASE,
)
END = re.compile(
    r"^(?:(?:to )?apply (?:for (?:this|the) (?:job|position|role|vacancy|opening)|now|here|below|online|directly)\b.{0,40}|to apply,? (?:please )?fill.{0,60}|submit your application.{0,20}|application form|your application|start your application|apply below.{0,20}|personal (?:information|details|data)|voluntary self[- ]identification.{0,60}|u\.?s\.? equal employment opportunity.{0,200}|eeo (?:survey|questionnaire).{0,20}|demographic (?:survey|questions|information).{0,20}|diversity (?:survey|questionnaire).{0,20}"
    r"|(?:similar|related|other|more|recommended|latest|suggested|featured) (?:jobs?|positions?|openings?|roles?|vacanc\w+|opportunities|listings?).{0,50}|jobs you (?:may|might) .{0,30}|you (?:may|might) also (?:like|be interested).{0,40}|people also viewed.{0,30}|other open (?:positions|roles|jobs).{0,30}|more (?:open )?(?:jobs|positions|roles|openings) .{0,40}|explore (?:more|other) .{0,30}|see (?:more|other) jobs.{0,30}|set alert for.{0,40}|get notified.{0,60}|job alerts?.{0,40}|create (?:a )?job alert.{0,40}|sign up for job alerts.{0,40}|subscribe to .{0,60}|share this (?:job|position|vacancy|page|post).{0,20}|be careful|seniority level|referrals increase.{0,80}|unlock job insights|report this job.{0,20}"
    r"|ähnliche (?:jobs|stellen\w*|angebote).{0,30}|weitere (?:jobs|stellen\w*|angebote).{0,40}|andere (?:jobs|stellen).{0,30}|jetzt (?:online )?bewerben.{0,40}|bewerbungsformular|persönliche (?:daten|angaben)|ihre bewerbung|teile diese.{0,30}|diese (?:stelle|seite) teilen.{0,20}|das könnte (?:dich|sie) auch.{0,40}"
    r"|offres (?:similaires|d'emploi similaires).{0,30}|autres offres.{0,40}|d'autres offres.{0,40}|postuler (?:à|maintenant|en ligne).{0,40}|formulaire de candidature|informations personnelles|partager cette (?:offre|annonce).{0,20}"
    r"|ofertas (?:similares|relacionadas).{0,30}|otras ofertas.{0,40}|más ofertas.{0,40}|ofertes (?:similars|relacionades).{0,30}|altres ofertes.{0,40}|compartir (?:esta )?oferta.{0,20}|¿ya tienes perfil.{0,40}|formulario de (?:inscripción|solicitud).{0,20}|datos personales|vagas (?:semelhantes|similares|relacionadas).{0,30}|outras vagas.{0,40}|annunci simili.{0,30}|offerte (?:simili|correlate).{0,30}|altre (?:offerte|posizioni).{0,40}|vergelijkbare (?:vacatures|banen).{0,30}|andere vacatures.{0,40}|meer vacatures.{0,40}|gerelateerde vacatures.{0,20}|solliciteer (?:direct|nu|op).{0,40}"
    r"|podobne (?:oferty|ogłoszenia).{0,30}|inne oferty.{0,40}|liknande (?:jobb|tjänster).{0,30}|fler lediga.{0,30}|andra jobb.{0,30}|lignende (?:stillinger|jobs?).{0,30}|andre (?:stillinger|job).{0,30}|samankaltais\w+ .{0,30}|podobné (?:nabídky|pozice|ponuky).{0,30}|hasonló állás\w*.{0,30}|joburi similare.{0,30}|benzer ilanlar.{0,30}|похожие вакансии.{0,30}|схожі вакансії.{0,30}|関連する求人.{0,20}|相似职位.{0,20}|类似职位.{0,20})$",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"responsibilit|requirement|qualificat|what you(?:'|’|wi)?ll? ?(?:do|bring|need|be doing)|who you are|about the (?:role|job|position|team)|about you|the role|your (?:role|tasks|profile|mission|responsib|skills)|we offer|what we offer|benefits|perks|nice to have|must have|experience|skills|duties|job (?:description|summary|purpose)|position (?:overview|summary)|key (?:responsib|accountab|duties)|the opportunity|you will|you have|why join"
    r"|aufgaben|profil|anforderung|wir bieten|qualifikation|das bringst du|das bieten|benefits|stellenbeschreibung|das erwartet|deine|ihre|missions?|vos missions|profil recherché|votre profil|compétences|avantages|nous offrons|description du poste|le poste|funciones|requisitos|responsabilidades|ofrecemos|se ofrece|descripci[oó]n|perfil|beneficios|funcions|requisits|oferim|atividades|benefícios|o que|requisiti|mansioni|cosa offriamo|offriamo|attività|profilo|competenze"
    r"|wat ga je doen|functie|wat vragen|wat bieden|wie ben jij|jouw profiel|taken|eisen|obowiązki|zakres|wymagania|oferujemy|zadania|oczekujemy|arbetsuppgifter|kvalifikationer|om tjänsten|vi erbjuder|din profil|arbejdsopgaver|vi tilbyder|kvalifikasjoner|arbeidsoppgaver|vi tilbyr|tehtävä|edellytämme|tarjoamme|odpovědnost|požadav|nabízíme|náplň|feladat|elvár|amit kínálunk|responsabilități|cerințe|oferim|görev|aranan nitelik|обязанности|требования|условия|мы предлагаем|обов'язки|вимоги|仕事内容|応募資格|待遇|岗位职责|任职要求|職責|要求|담당업무|자격요건|우대사항",
    re.IGNORECASE,
)
_LEGAL = [
    "cookie",
    "gdpr",
    "personal data",
    "privacy policy",
    "privacy notice",
    "privacy statement",
    "data protection",
    "data subject",
    "data controller",
    "data processing",
    "consent preferences",
    "opt-out",
    "opt out",
    "advertising partners",
    "datenschutz",
    "personenbezogen",
    "données personnelles",
    "données à caractère personnel",
    "protection des données",
    "datos personales",
    "protección de datos",
    "dades personals",
    "dados pessoais",
    "dati personali",
    "persoonsgegevens",
    "dane osobowe",
    "danych osobowych",
    "personuppgift",
    "personoplysninger",
    "personopplysninger",
    "henkilötie",
    "osobních údajů",
    "személyes adat",
    "date cu caracter personal",
    "kişisel veri",
    "персональных данных",
    "個人情報",
    "隐私",
    "개인정보",
]


def is_legal(text: str) -> bool:
    """Whether a text speaks of cookies or personal data. Plain search: it is asked for every line of a page."""
    plain = text.casefold()
    return any(word in plain for word in _LEGAL)


FORM_LINE = re.compile(
    r"\b(?:fill (?:in|out)|upload (?:your|a)|we accept (?:pdf|docx?|files)|(?:pdf|docx?),? (?:and|or|\.?docx?)|max(?:imum)? (?:file )?size|by (?:applying|submitting|clicking|signing|continuing)|required fields?|indicates a required|drag (?:and|&) drop|autofill|import (?:your )?(?:resume|cv)|cover letter|right to work in|require (?:visa )?sponsorship|how did you hear"
    r"|bewerbungsunterlagen hochladen|pflichtfeld|mit (?:dem )?(?:absenden|klick)|lebenslauf hochladen|télécharge[rz]? (?:votre|ton) cv|champs? obligatoires?|en (?:postulant|cliquant|soumettant)|adjunta(?:r)? (?:tu|su) c|campos? obligatorios?|al (?:enviar|inscribirte|hacer clic)|anexe? (?:seu|o) curr|carica il (?:tuo )?c|campi obbligatori|verplichte velden|upload je cv|wymagane pola|załącz|dołącz cv|bifoga|vedhæft|legg ved)\b",
    re.IGNORECASE,
)
FORM_HEADING = re.compile(
    r"^(?:submit your application|apply (?:for|to) this (?:job|position|role|vacancy|opening)|application form|your application|personal (?:information|details|data)|my information|your details|contact (?:information|details)|voluntary self[- ]identification.*|u\.?\s?s\.? equal (?:employment )?opportunity.*|equal employment opportunity (?:information|survey|questionnaire|data).*|eeo .{0,40}(?:survey|questionnaire|information)|(?:demographic|diversity|self[- ]identification) (?:survey|questions|information|questionnaire).*|veteran (?:status|self.identification).*|disability (?:status|self.identification).*|additional questions|upload (?:your )?(?:resume|cv|documents)|my files|legal agreements"
    r"|bewerbungsformular|online-?bewerbung|persönliche (?:daten|angaben|informationen)|ihre (?:bewerbung|daten)|deine (?:bewerbung|daten)|formulaire de candidature|informations personnelles|vos coordonnées|votre candidature|formulario de (?:inscripción|solicitud|candidatura)|datos personales|tus datos|dados pessoais|formulário de (?:candidatura|inscrição)|dati personali|modulo di candidatura|persoonlijke gegevens|sollicitatieformulier|formularz (?:aplikacyjny|rekrutacyjny)|dane osobowe|personuppgifter|ansökningsformulär|ansøgningsskema|personlige oplysninger)\W*$",
    re.IGNORECASE,
)
OTHER_JOBS = re.compile(
    r"^(?:(?:similar|related|other|more|recommended|latest|suggested|featured)(?: open)? (?:jobs?|positions?|openings?|roles?|vacanc\w+|opportunities|listings?).{0,50}|jobs you (?:may|might) .{0,30}|you (?:may|might) also .{0,40}|people also viewed.{0,30}|explore (?:more|other) (?:jobs|roles).{0,30}|see (?:more|other) jobs.{0,30}"
    r"|(?:ähnliche|weitere|andere) (?:jobs|stellen\w*|angebote).{0,40}|das könnte (?:dich|sie) auch.{0,40}|offres (?:similaires|d'emploi similaires).{0,30}|(?:d')?autres offres.{0,40}|ofertas (?:similares|relacionadas).{0,30}|(?:otras|más) ofertas.{0,40}|(?:altres )?ofertes (?:similars|relacionades).{0,30}|(?:outras )?vagas (?:semelhantes|similares|relacionadas).{0,30}|outras vagas.{0,40}"
    r"|(?:annunci|offerte) (?:simili|correlate).{0,30}|altre (?:offerte|posizioni).{0,40}|(?:vergelijkbare|andere|meer|gerelateerde) vacatures.{0,40}|(?:podobne|inne) (?:oferty|ogłoszenia).{0,40}|liknande (?:jobb|tjänster).{0,30}|lignende (?:stillinger|jobs?).{0,30}|samankaltais\w+ .{0,30}|podobné (?:nabídky|pozice|ponuky).{0,30}|hasonló állás\w*.{0,30}|benzer ilanlar.{0,30}|похожие вакансии.{0,30}|схожі вакансії.{0,30}|関連する求人.{0,20}|相似职位.{0,20})$",
    re.IGNORECASE,
)
