"""Words of job titles, of pages about jobs, and of the sites that only carry other companies' jobs."""

import re

JOB_WORD = re.compile(
    r"engineer|developer|programmer|architect|analyst|scientist|manager|director|head of|vice president|\bvp\b|chief|officer|lead\b|specialist|consultant|coordinator|administrator|assistant"
    r"|associate|executive|representative|advisor|adviser|agent|designer|writer|editor|producer|marketer|recruiter|accountant|auditor|controller|bookkeeper|clerk|cashier|technician|mechanic"
    r"|electrician|plumber|operator|driver|worker|labou?rer|nurse|nursing|doctor|physician|therapist|pharmacist|dentist|caregiver|carer|teacher|tutor|lecturer|professor|instructor|trainer|coach"
    r"|lawyer|attorney|counsel|paralegal|solicitor|chef|cook|baker|waiter|waitress|barista|bartender|server\b|housekeep|cleaner|janitor|guard|supervisor|foreman|superintendent|planner|buyer"
    r"|intern(?:ship)?\b|trainee|apprentice|graduate|fellow|postdoc|researcher|researcher|strategist|evangelist|tester|\bqa\b|devops|\bsre\b|sales|seller|\bclerk|receptionist|secretary|translator|photographer"
    r"|glazier|mason\b|roofer|plasterer|tiler|scaffolder|fitter|joiner|butcher|gardener|farmer|florist|jewel|courier|firefighter|paramedic|midwife|optician|veterinar|psycholog|counsell?or|nanny|tailor|seamstress|binder\b|lifeguard|hostess|sommelier|concierge|dispatcher|picker|packer|loader|handler|rigger|miner\b|lineman|keeper|maker\b|builder|assembler|curator|archivist|conservator|registrar|actuary|underwriter|broker|trader|banker|teller|economist|statistician|biologist|chemist|physicist|geologist|ecologist|radiographer|sonographer|hygienist|dieti[ct]ian|phlebotom|deckhand|captain|sailor|merchandiser|promoter|animator|illustrator|copywriter|journalist|reporter|musician|installer|inspector|estimator|surveyor|welder|machinist|carpenter|painter|stylist|beautician|hairdresser|librarian|pilot|steward|partner\b|owner\b|expert|professional|team member|crew|staff\b"
    r"|entwickler|ingenieur|berater|leiter|leitung|sachbearbeiter|kaufmann|kauffrau|kaufleute|mitarbeiter|fachkraft|techniker|mechaniker|elektroniker|elektriker|monteur|fahrer|pfleger|pflege|arzt|ärztin|erzieher"
    r"|lehrer|verkäufer|referent|assistent|assistenz|werkstudent|praktik|ausbildung|auszubildende|meister|schlosser|koch|köchin|bäcker|verwalter|buchhalter|jurist|anwalt|helfer|disponent|einkäufer|vertrieb|architekt|entwicklung|trainer|redakteur"
    r"|ingénieur|développeu|responsable|chargé|chef de|directeur|directrice|technicien|conseiller|commercial|vendeu|comptable|infirmi|aide-soignant|assistant|gestionnaire|consultant|stagiaire|alternan|ouvrier|opérateur|conducteur|cuisinier|serveu|juriste|formateur|médecin|acheteur"
    r"|ingenier|desarrollador|programador|gerente|director|jefe|analista|técnic|tecnic|asesor|vendedor|comercial|contable|administrativ|auxiliar|enfermer|médic|conductor|operari|camarer|cociner|profesor|docent|encargad|dependient|becari|coordinador|abogad|monitor|mozo|repartidor|especialista|consultor|diseñador"
    r"|engenheir|desenvolvedor|assistente|vendedor|técnic|estagi|gerente|supervisor|motorista|professor|atendente|ingegner|sviluppator|impiegat|addett|operai|responsabile|tirocin|commess|infermier|autist|cuoc|camerier|magazzinier|tecnico|consulente"
    r"|medewerker|ontwikkelaar|adviseur|verpleegkundige|monteur|chauffeur|verkoper|docent|leerkracht|beheerder|teamleider|stagiair|kok\b|begeleider|programista|inżynier|kierownik|specjalista|doradca|asystent|księgow|sprzedawca|kierowca|pielęgniar|nauczyciel|magazynier|mechanik|technik|analityk|starszy|młodszy|praktykant"
    r"|utvecklare|ingenjör|chef\b|säljare|handläggare|sjuksköterska|lärare|tekniker|konsult|projektledare|udvikler|ingeniør|sælger|medarbejder|sygeplejerske|utvikler|selger|rådgiver|sykepleier|leder\b|kehittäjä|insinööri|myyjä|asiantuntija|päällikkö|hoitaja|opettaja|vývojář|inženýr|účetní|řidič|prodavač|fejlesztő|mérnök|értékesítő|munkatárs"
    r"|inginer|dezvoltator|vânzător|mühendis|geliştirici|uzman|yönetici|müdür|разработчик|инженер|менеджер|специалист|водитель|продавец|бухгалтер|аналитик|エンジニア|開発|営業|マネージャー|デザイナー|工程师|工程師|经理|經理|개발자|엔지니어|매니저|מהנדס|מפתח|مهندس|مدير|مطور"
    r"|\((?:m/?[wf]/?[dx]|[wf]/m/[dx]|m/[fw]|f/m|h/f|f/h|k/m|x/[wf]/m|all genders|gn|m/f/x|d/[mfw]/[mfw])\)|\b[hf]/[hf]\b|\bm/[wf]/[dx]\b",
    re.IGNORECASE,
)
GENERIC_TITLE = re.compile(
    r"^(?:(?:our |all |the |view |see |back to )?(?:jobs?|careers?|open (?:positions|roles|jobs)|openings?|vacanc(?:y|ies)|opportunities|career opportunities|current (?:openings|vacancies|opportunities)|job (?:openings|opportunities|board|search|details?|description|posting|listings?|ad|advert\w*|offers?|portal|application|summary|overview|vacanc\w+)|career(?:s)? (?:page|site|portal|home|center)|work (?:with|for|at) us|join (?:us|our team|the team))"
    r"|candidate (?:portal|experience|home)|recruitment|recruiting|apply(?: now| here| online| for (?:this|the) (?:job|position|role))?|application(?: form)?|home(?:page)?|welcome|sign in|log ?in|register|error|not found|loading\W*|untitled|search|menu|details?|overview|description|about (?:us|the (?:job|role|company|team))|position|vacature(?:s)?|stellenangebote?|stellenanzeige|jobbörse|karriere|stellenbeschreibung|jobs? & karriere|offene stellen|unsere stellen|bewerbung|bewerben"
    r"|offres? d'emploi|nos offres|carrières?|recrutement|postuler|candidature|offre|ofertas? de (?:empleo|trabajo)|oferta|ofertes? de feina|empleos?|trabaja con nosotros|inscripción|vagas?|carreiras?|trabalhe conosco|offert[ae] di lavoro|lavora con noi|posizioni aperte|candidati|werken bij|solliciteren|vacatures|oferty pracy|oferta pracy|praca|kariera|aplikuj|lediga jobb|jobba hos oss|ledige stillinger|job og karriere|avoimet työpaikat|kariéra|volné pozice|karrier|cariere|kariyer|вакансии|вакансия|карьера|採用情報|求人|招聘|채용)$",
    re.IGNORECASE,
)
NOT_A_TITLE = re.compile(
    r"cookie|privacy|datenschutz|javascript|browser|newsletter|subscribe|sign in|log ?in|similar (?:jobs|positions)|related jobs|share (?:this|on)|why (?:join|work|you|us)|what (?:you|we)|who (?:you|we)|about (?:you|us|the|our)|your (?:profile|tasks|application)|responsibilit|requirement|qualification"
    r"|benefit|we offer|wir bieten|deine aufgaben|ihre aufgaben|dein profil|ihr profil|anforderung|aufgaben|missions?$|profil|requisitos|requisits|funciones|ofrecemos|descripci|descrizione|omschrijving|obowiązki|wymagania|oferujemy|personal information|voluntary|equal opportunit|submit|how to apply|contact|kontakt|location$|summary|key details|job details|job info|subscribe|skip to|accessib|not found|page not|404|oops",
    re.IGNORECASE,
)
_BOARDS = (
    "linkedin indeed glassdoor monster ziprecruiter seek jobstreet jobsdb stepstone xing kununu infojobs"
    " tecnoempleo jobtoday computrabajo bumeran occ catho vagas gupy infoempleo welcometothejungle hellowork"
    " apec cadremploi francetravail poleemploi regionsjob meteojob jobteaser wttj adzuna jooble jora talent"
    " careerjet neuvoo reed totaljobs cvlibrary cwjobs jobsite guardianjobs pracuj nofluffjobs justjoin"
    " rocketjobs bulldogjob theprotocol solidjobs olx praca profession jobs startupjobs prace profesia"
    " bestjobs ejobs hipo naukri shine timesjobs foundit hirist cutshort instahyre internshala wellfound"
    " angellist dice builtin simplyhired careerbuilder snagajob flexjobs remoteok weworkremotely remotive"
    " himalayas workingnomads jobgether ycombinator workatastartup otta hired arbeitnow arbeitsagentur jobware"
    " meinestadt kimeta yourfirm absolventa academics jobvector karriere jobsch jobscout24 jobup"
    " nationalevacaturebank werkzoeken intermediair finn jobnet jobindex arbetsformedlingen monsterse"
    " duunitori oikotie subito bakeca helplavoro jobbydoo almalaurea usajobs governmentjobs civilservicejobs"
    " eures epso idealist devex reliefweb impactpool headhunter hh superjob rabota workua robotaua wantedly"
    " green mynavi rikunabi doda jobkorea saramin wanted greenhouse lever workable ashby smartrecruiters"
    " teamtailor personio recruitee bamboohr breezy jazzhr jobvite icims taleo successfactors myworkdayjobs"
    " workday oraclecloud eightfold rippling ripplematch gusto paylocity paycom adp ultipro ukg dayforce"
    " cornerstone csod talentclue peoplestrong darwinbox zohorecruit zoho freshteam keka careerspage manatal"
    " softgarden rexx dvinci concludis join heyrecruit onapply umantis haufe prescreen perbility coveto"
    " hrworks jobylon varbi reachmee visma emply talentsoft cegid digitalrecruiters flatchr taleez jobaffinity"
    " beetween inrecruiting altamira pinpoint pinpointhq comeet homerun applytojob hire trakstar hirehive"
    " jobscore jobadder bullhorn pageup livehire elmotalent snaphire avature phenom symphonytalent beamery"
    " tribepad eploy networx hireful jobtrain webrecruit vacancyfiller paycor isolved applicantpro"
    " applicantstack clearcompany hiringthing fountain harri gethired polymer notion"
)
BOARDS = frozenset(_BOARDS.split())
_HOST_NOISE = (
    "www jobs job careers career karriere apply work hire hiring join recruiting recruitment talent boards"
    " board portal my app web go get team teams people empleo carreira carreiras lavora werkenbij vacatures"
    " emploi recrutement stellen bewerbung com org net io co uk de fr es it nl pl se dk no fi eu us ca au nz"
    " in br mx ch at be ie pt cz sk hu ro tr ru ua jp cn kr sg hk za ae ai dev tech app gov edu ac gob gouv"
    " info biz site online group global external en hr ats eu2 eu1 na us2 wd1 wd3 wd5 candidate candidates"
    " apply2 m mobile"
)
HOST_NOISE = frozenset(_HOST_NOISE.split())
