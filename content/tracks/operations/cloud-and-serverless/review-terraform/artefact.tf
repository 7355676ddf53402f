terraform {
  required_version = "~> 1.9"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
  backend "local" {}
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_s3_bucket" "invoices" {
  bucket = "bookshop-invoices"
}

resource "aws_s3_bucket_public_access_block" "invoices" {
  bucket                  = aws_s3_bucket.invoices.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.invoices.arn}/*"
    }]
  })
}

resource "aws_sqs_queue" "orders" {
  name                       = "paid-orders"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 1209600
}

resource "aws_security_group" "db" {
  vpc_id = var.vpc_id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "shop" {
  identifier              = "shop"
  engine                  = "postgres"
  engine_version          = "18"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 100
  storage_encrypted       = true
  multi_az                = true
  backup_retention_period = 14
  publicly_accessible     = true
  db_subnet_group_name    = var.db_subnet_group
  vpc_security_group_ids  = [aws_security_group.db.id]
  username                = "shop"
  password                = "Summer-of-Books-26"
  skip_final_snapshot     = true
  deletion_protection     = false
}

resource "aws_iam_role" "invoice" {
  name = "invoice"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "invoice_logs" {
  role       = aws_iam_role.invoice.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

resource "aws_iam_role_policy" "invoice" {
  role = aws_iam_role.invoice.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.orders.arn
      },
      {
        Effect   = "Allow"
        Action   = ["s3:*", "iam:PassRole"]
        Resource = "*"
      }
    ]
  })
}

resource "aws_cloudwatch_log_group" "invoice" {
  name              = "/aws/lambda/invoice"
  retention_in_days = 30
}

resource "aws_lambda_function" "invoice" {
  function_name    = "invoice"
  role             = aws_iam_role.invoice.arn
  filename         = "dist/invoice.zip"
  source_code_hash = filebase64sha256("dist/invoice.zip")
  handler          = "index.handler"
  runtime          = "nodejs22.x"
  memory_size      = 1024
  timeout          = 120
  vpc_config {
    subnet_ids         = var.private_subnets
    security_group_ids = [var.function_security_group]
  }
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.invoice.arn
  batch_size       = 1
}
