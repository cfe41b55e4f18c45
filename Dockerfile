# One image for every role: `serve` (default), `worker`, `migrate`.
FROM python:3.13-slim-trixie AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /opt/bespoke \
 && /opt/bespoke/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.13-slim-trixie
# The fonts of Debian's release go with the image; a pinned version would vanish from its mirrors.
# hadolint ignore=DL3008
# For scans: `--build-arg TESSERACT="tesseract-ocr tesseract-ocr-deu"`, and BESPOKE_OCR=true.
ARG TESSERACT=""
RUN apt-get update \
 && apt-get install -y --no-install-recommends fonts-noto-core fonts-noto-cjk $TESSERACT \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /app bespoke \
 && mkdir -p /app /data/uploads \
 && chown -R bespoke /data
WORKDIR /app
COPY --from=build /opt/bespoke /opt/bespoke
COPY scraper scraper
COPY agent agent
COPY backend backend
ENV PATH=/opt/bespoke/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BESPOKE_HOST=0.0.0.0 \
    BESPOKE_DATA_DIR=/data \
    BESPOKE_UPLOAD_DIR=/data/uploads
USER 10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=2)"]
ENTRYPOINT ["python", "-m", "backend"]
CMD ["serve"]
